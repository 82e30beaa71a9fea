package org.wvwbuilder.data;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Runs what stays long within the database's native code on a thread of its own: virtual ones would lose their carriers. */
final class NativeWork {
    private NativeWork() {}

    @FunctionalInterface
    interface Work<T> {
        T run() throws SQLException, IOException;
    }

    static <T> T run(String name, Work<T> work) throws IOException {
        var task = new FutureTask<>(work::run);
        Thread.ofPlatform().name(name).daemon().start(task);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException asked) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException failed) {
            throw told(failed.getCause());
        } finally {
            if (interrupted) Thread.currentThread().interrupt();
        }
    }

    private static IOException told(Throwable cause) {
        return switch (cause) {
            case IOException error -> error;
            case SQLException error ->
                new IOException("the database refuses: " + error.getMessage() + "; see that its disk has room", error);
            case RuntimeException error -> throw error;
            case Error error -> throw error;
            default -> new IOException(cause);
        };
    }
}
