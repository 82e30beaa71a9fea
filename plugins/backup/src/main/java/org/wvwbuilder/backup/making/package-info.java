/** Makes a backup: copy, archive, drill; only what passed all three comes onto the shelf. */
package org.wvwbuilder.backup.making;
