package org.wvwbuilder.plugin.testkit;

/** The server does not start, or does not do what it was asked to; the message is what its operator would read. */
public final class ServerRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ServerRefusal(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
