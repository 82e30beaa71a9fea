package org.wvwbuilder.plugin;

import org.apiguardian.api.API;

/** Says whether something that the plugin needs is well. An exception counts as {@link Health.Down}. */
@API(status = API.Status.STABLE, since = "1.0")
@FunctionalInterface
public interface HealthCheck {

    Health check() throws Exception;

    /** The outcome; the reasons end with what to do. */
    sealed interface Health {
        record Up() implements Health {}

        record Degraded(String why) implements Health {}

        record Down(String why) implements Health {}
    }
}
