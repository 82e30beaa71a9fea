/** Writes a squad for other places: plain text, Discord, a spreadsheet, a picture. Knows nothing of databases or HTTP. */
package org.wvwbuilder.squads.export;
