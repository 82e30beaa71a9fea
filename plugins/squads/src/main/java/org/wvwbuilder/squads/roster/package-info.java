/** Rosters: who could come, what they can play, and who is here tonight. */
package org.wvwbuilder.squads.roster;
