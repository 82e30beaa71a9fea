package org.wvwbuilder.kernel;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Looks every second for calls into plugins that take too long. On a thread of the system's: plugins that compute without
 * end may keep all threads busy that carry the virtual ones.
 */
final class Watch implements AutoCloseable {
    private static final Duration FAREWELL = Duration.ofSeconds(5);
    private final Supplier<List<LoadedPlugin>> plugins;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("plugin-watch").unstarted(this::look);

    Watch(Supplier<List<LoadedPlugin>> plugins) {
        this.plugins = plugins;
    }

    void start() {
        thread.start();
    }

    private void look() {
        try {
            while (!over.await(1, TimeUnit.SECONDS)) {
                for (var plugin : plugins.get()) plugin.calls().sweep(System.nanoTime());
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        over.countDown();
        try {
            if (thread.isAlive()) thread.join(FAREWELL);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }
}
