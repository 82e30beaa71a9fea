/** What an entry of a log is, and how the lines of each kind of file become one. */
package org.wvwbuilder.logs.entry;
