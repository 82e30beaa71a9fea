/** Slows down who guesses, without shutting out who is guessed at. */
package org.wvwbuilder.auth.throttle;
