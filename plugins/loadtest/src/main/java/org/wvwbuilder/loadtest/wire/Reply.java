package org.wvwbuilder.loadtest.wire;

/**
 * A whole answer.
 *
 * @param reusable whether the connection can take another request
 */
record Reply(int status, boolean reusable) {}
