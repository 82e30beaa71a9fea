/** The sentences that are told of backups, with a code and values for those who tell them in another language. */
package org.wvwbuilder.backup.saying;
