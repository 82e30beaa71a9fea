package org.wvwbuilder.server;

import java.util.ArrayDeque;
import java.util.Deque;

/** Closes what was opened, in the opposite order, whatever fails on the way. */
final class Closing implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Closing.class.getName());
    private final Deque<Part> parts = new ArrayDeque<>();

    private boolean closed;

    private record Part(String name, AutoCloseable resource) {}

    /**
     * @throws IllegalStateException when all was closed already, as the process was told to end while it began; the late
     *     one is closed, too
     */
    synchronized <R extends AutoCloseable> R add(String name, R resource) {
        var part = new Part(name, resource);
        if (closed) {
            close(part);
            throw new IllegalStateException("it was told to end before " + name + " was there");
        }
        parts.push(part);
        return resource;
    }

    @Override
    public synchronized void close() {
        closed = true;
        while (!parts.isEmpty()) close(parts.pop());
    }

    private static void close(Part part) {
        try {
            part.resource.close();
        } catch (Exception e) {
            LOG.log(System.Logger.Level.ERROR, part.name + " did not close properly", e);
        }
    }
}
