package org.wvwbuilder.plugin;

import org.apiguardian.api.API;

/**
 * Says whether something that the plugin needs is well. An exception counts as {@link Health.Down}.
 *
 * {@snippet lang=java :
 * record Room(FileStore disk) implements HealthCheck {
 *     public Health check() throws IOException {
 *         if (disk.getUsableSpace() > 100_000_000) return new Health.Up();
 *         return new Health.Degraded("Less than 100 MB are free on " + disk + ": make room.");
 *     }
 * }
 * }
 */
@API(status = API.Status.STABLE, since = "1.0")
@FunctionalInterface
public interface HealthCheck {

    /**
     * Looks, within three seconds.
     *
     * @throws Exception counts as {@link Health.Down}, with its message
     */
    Health check() throws Exception;

    /** The outcome; the reasons end with what to do. */
    sealed interface Health {
        /** All is well. */
        record Up() implements Health {}

        /** Something does not work, and the server serves all the same. */
        record Degraded(String why) implements Health {}

        /** The server is of no use until this is mended: {@code /health} answers 503. */
        record Down(String why) implements Health {}
    }
}
