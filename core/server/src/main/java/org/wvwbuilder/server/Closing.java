package org.wvwbuilder.server;

import java.util.ArrayDeque;
import java.util.Deque;

/** Closes what was opened, in the opposite order, whatever fails on the way. */
final class Closing implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Closing.class.getName());
    private final Deque<Part> parts = new ArrayDeque<>();

    private record Part(String name, AutoCloseable resource) {}

    synchronized <R extends AutoCloseable> R add(String name, R resource) {
        parts.push(new Part(name, resource));
        return resource;
    }

    @Override
    public synchronized void close() {
        while (!parts.isEmpty()) {
            var part = parts.pop();
            try {
                part.resource.close();
            } catch (Exception e) {
                LOG.log(System.Logger.Level.ERROR, part.name + " did not close properly", e);
            }
        }
    }
}
