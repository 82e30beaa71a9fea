/** How the plugin talks to its tables: statements with their parameters, and requests that may come twice. */
package org.wvwbuilder.squads.sql;
