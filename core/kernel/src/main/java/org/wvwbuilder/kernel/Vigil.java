package org.wvwbuilder.kernel;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Says every ten seconds that something still goes on, and where it stands: whoever waits for a start is not left guessing. */
final class Vigil implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Vigil.class.getName());
    private static final Duration PERIOD = Duration.ofSeconds(10);

    private final Thread thread;

    private Vigil(Duration period, Supplier<String> what, Consumer<String> tell) {
        thread = Thread.ofPlatform().daemon().name("vigil").start(() -> {
            var begun = System.nanoTime();
            try {
                while (true) {
                    Thread.sleep(period);
                    tell.accept(what.get() + ", for "
                            + Duration.ofNanos(System.nanoTime() - begun).toSeconds() + " seconds now");
                }
            } catch (InterruptedException end) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** @param what goes on, asked for anew each time: {@code the plugin auth is opening} */
    static Vigil over(Supplier<String> what) {
        return over(PERIOD, what, line -> LOG.log(Level.WARNING, line));
    }

    static Vigil over(Duration period, Supplier<String> what, Consumer<String> tell) {
        return new Vigil(period, what, tell);
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
