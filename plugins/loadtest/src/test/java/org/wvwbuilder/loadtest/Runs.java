package org.wvwbuilder.loadtest;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.wvwbuilder.loadtest.plan.Endpoint;
import org.wvwbuilder.loadtest.plan.Load;
import org.wvwbuilder.loadtest.plan.Plan;
import org.wvwbuilder.loadtest.plan.Scenario;
import org.wvwbuilder.loadtest.run.LoadRun;
import org.wvwbuilder.loadtest.run.Result;
import org.wvwbuilder.loadtest.run.Stop;
import org.wvwbuilder.loadtest.wire.Target;

/** Runs of one endpoint against a server of a test. */
final class Runs {

    private Runs() {}

    static Endpoint endpoint(String method, int requests, int atOnce) {
        return new Endpoint("It", method, "/it", Map.of(), "", false, requests, atOnce, 1, List.of());
    }

    static Plan plan(Endpoint endpoint, Load load, Duration timeout) {
        return new Plan(new Scenario("test", List.of(endpoint)), load, 1, Duration.ZERO, timeout);
    }

    static Result closed(LocalServer server, int requests, int atOnce) throws InterruptedException {
        return run(server, plan(endpoint("GET", requests, atOnce), new Load.Closed(), Duration.ofSeconds(5)));
    }

    static Result run(LocalServer server, Plan plan) throws InterruptedException {
        return run(server, plan, new Stop(Duration.ofMinutes(1)));
    }

    static Result run(LocalServer server, Plan plan, Stop stop) throws InterruptedException {
        var target = Target.of(server.address(), false, InetAddress::getAllByName);
        return new LoadRun(plan, target, "", stop, text -> {}).run();
    }
}
