/** The first moments of an installation: its keys, and its first administrator. */
package org.wvwbuilder.auth.setup;
