/** How the server is, for operators and load balancers. */
package org.wvwbuilder.health;
