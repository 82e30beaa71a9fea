/** Looks for what keeps a server from working. Each class looks at one part, and none of them changes anything. */
package org.wvwbuilder.server.doctor;
