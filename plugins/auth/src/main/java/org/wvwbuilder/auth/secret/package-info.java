/** What must not be known: the master key, what is sealed with it, and secrets that are handed out once. */
package org.wvwbuilder.auth.secret;
