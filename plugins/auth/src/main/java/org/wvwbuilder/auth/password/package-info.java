/** Passwords: which are good enough, how they are hashed, and how many at once. */
package org.wvwbuilder.auth.password;
