/**
 * One file for each backup: a tar in gzip that standard tools open, and that our own reader believes only when it is, byte
 * for byte, what the writer would have written. The format is described in {@code plugins/backup/docs/archive.md}.
 */
package org.wvwbuilder.backup.archive;
