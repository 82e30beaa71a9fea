package org.wvwbuilder.plugin.testkit;

import java.time.Duration;
import org.wvwbuilder.testing.Await;

/** Runs the jobs of the plugin at once, whatever their schedule. */
public final class Jobs {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private final TestServer server;

    Jobs(TestServer server) {
        this.server = server;
    }

    /**
     * Runs a job and waits for its end.
     *
     * @param name as the plugin named it
     * @return what it told
     * @throws AssertionError when there is no such job, when it fails, or when it takes longer than thirty seconds
     *     ({@code plugin.patience} gives it more)
     */
    public String run(String name) {
        var id = server.id();
        var before = server.seat().lastRun(id, name);
        if (!server.seat().run(id, name)) {
            throw new AssertionError("the plugin " + id + " has no job " + name + ", or it runs at this moment");
        }
        Await.until("the job " + name + " ends", Patience.of(PATIENCE), () -> {
            var last = server.seat().lastRun(id, name);
            return !last.equals(before) && !last.isEmpty() && !last.get(1).equals("running");
        });
        var run = server.seat().lastRun(id, name);
        if (!run.get(1).equals("succeeded")) {
            throw new AssertionError("the job " + name + " " + run.get(1) + ": " + run.get(2));
        }
        return run.get(2);
    }
}
