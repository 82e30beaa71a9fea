package org.wvwbuilder.health;

import java.util.Optional;
import org.wvwbuilder.plugin.Jobs;
import org.wvwbuilder.plugin.Platform;
import org.wvwbuilder.plugin.PluginContext;
import org.wvwbuilder.plugin.Problem;

/** What the server offers about itself. It never takes these offers back, so each is looked up once. */
final class Server {
    private final PluginContext context;
    private volatile Optional<Platform> platform = Optional.empty();

    Server(PluginContext context) {
        this.context = context;
    }

    Platform platform() {
        var known = platform;
        if (known.isEmpty()) platform = known = context.find(Platform.class);
        return known.orElseThrow(() -> new IllegalStateException("the server does not offer Platform"));
    }

    /** @throws Problem 503 when the server runs no jobs */
    Jobs jobs() {
        return context.find(Jobs.class)
                .orElseThrow(
                        () -> new Problem(503, "no-jobs", "This server runs no jobs: see its log for the reason."));
    }
}
