/** The list of accounts, as administrators and people themselves change it. */
package org.wvwbuilder.auth.roster;
