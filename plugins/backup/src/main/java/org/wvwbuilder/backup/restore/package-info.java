/** Prepares a restore: nothing is asked of the server before what comes back was proven whole. */
package org.wvwbuilder.backup.restore;
