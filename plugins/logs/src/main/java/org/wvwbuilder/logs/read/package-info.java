/** Reads files of logs from their end and through their rotation, in constant memory. */
package org.wvwbuilder.logs.read;
