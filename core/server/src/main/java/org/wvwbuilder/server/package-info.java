/** Puts the hosts together and runs them. {@link org.wvwbuilder.server.Server} reads like a table of contents. */
package org.wvwbuilder.server;
