/**
 * Copies of backups in somebody else's storage that speaks S3. What leaves this machine is sealed: the storage learns sizes,
 * times and names, and any change of a copy is noticed. The format is described in {@code plugins/backup/docs/offsite.md}.
 */
package org.wvwbuilder.backup.offsite;
