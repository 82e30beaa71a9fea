/** {@code gw2 user}: accounts from the operator's terminal, with and without a running server. */
package org.wvwbuilder.auth.command;
