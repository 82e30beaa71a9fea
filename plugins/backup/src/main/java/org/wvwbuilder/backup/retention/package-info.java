/** Decides which backups may go, and tells why the others stay. Pure: it touches no file. */
package org.wvwbuilder.backup.retention;
