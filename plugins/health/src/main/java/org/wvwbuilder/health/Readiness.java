package org.wvwbuilder.health;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.wvwbuilder.plugin.HealthCheck;
import org.wvwbuilder.plugin.HealthCheck.Health;
import org.wvwbuilder.plugin.Platform;

/**
 * Whether this server can take requests now: probed for real when somebody asks, but at most once a second, since
 * anybody may ask.
 */
final class Readiness {
    static final long KEPT_MILLIS = 1000;

    /** @param why empty when it is well */
    record Finding(String name, String status, String why) {}

    record Verdict(boolean ready, List<Finding> findings, long at) {}

    private final Map<String, HealthCheck> probes;
    private final Server server;
    private final InstantSource clock;
    private final ReentrantLock probing = new ReentrantLock();
    private volatile Verdict last = new Verdict(false, List.of(), Long.MIN_VALUE);

    Readiness(Map<String, HealthCheck> probes, Server server, InstantSource clock) {
        this.probes = probes;
        this.server = server;
        this.clock = clock;
    }

    Verdict verdict() {
        if (fresh(last)) return last;
        probing.lock();
        try {
            if (!fresh(last)) last = probe();
            return last;
        } finally {
            probing.unlock();
        }
    }

    private boolean fresh(Verdict verdict) {
        long now = clock.millis();
        return verdict.at() <= now && now - KEPT_MILLIS < verdict.at();
    }

    private Verdict probe() {
        long at = clock.millis();
        var findings = new ArrayList<Finding>();
        probes.forEach((name, probe) -> findings.add(finding(name, probe)));
        findings.add(plugins());
        boolean ready = findings.stream().noneMatch(finding -> finding.status().equals("down"));
        return new Verdict(ready, List.copyOf(findings), at);
    }

    private Finding plugins() {
        var missing = server.platform().missing();
        if (missing.isEmpty()) return new Finding("plugins", "ok", "");
        var ids = missing.stream().map(Platform.PluginStatus::id).toList();
        return new Finding("plugins", "down", "Required plugins do not run: " + String.join(", ", ids) + ".");
    }

    private static Finding finding(String name, HealthCheck probe) {
        try {
            return switch (probe.check()) {
                case Health.Up up -> new Finding(name, "ok", "");
                case Health.Degraded degraded -> new Finding(name, "degraded", degraded.why());
                case Health.Down down -> new Finding(name, "down", down.why());
            };
        } catch (Exception failed) {
            return new Finding(name, "down", "The probe failed (" + failed + "): see the log.");
        }
    }
}
