/** The folder of backups: their files, and what is noted beside each. The folder is the truth, not the database. */
package org.wvwbuilder.backup.shelf;
