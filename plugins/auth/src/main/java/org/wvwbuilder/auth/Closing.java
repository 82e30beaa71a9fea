package org.wvwbuilder.auth;

import java.util.ArrayDeque;
import java.util.Deque;

/** What is to be closed with the plugin, the last opened first. */
final class Closing {
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    void add(AutoCloseable part) {
        parts.push(part);
    }

    void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception stuck) {
                throw new IllegalStateException("a part of the accounts cannot be closed", stuck);
            }
        }
    }
}
