/** {@code gw2 loadtest}: what the operator types and sees. */
package org.wvwbuilder.loadtest;
