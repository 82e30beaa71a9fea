package org.wvwbuilder.tools.fuzzer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.wvwbuilder.tools.fuzzer.Attempt.Kind;
import org.wvwbuilder.tools.fuzzer.Callers.Caller;

/** Lets a squad be solved on a connection of its own, and cancels that meanwhile. */
final class Runs {
    private static final String OPTIMIZE = "/api/v1/compositions/optimize";
    private static final int TRIES = 40;

    private final Attack attack;
    private final Wire beside;

    Runs(Attack attack, Wire beside) {
        this.attack = attack;
        this.beside = beside;
    }

    void cancelled(Journeys.Walk walk, Caller caller) throws Journeys.Astray, IOException, InterruptedException {
        var solve = attack.operation("POST " + OPTIMIZE);
        var cancel = attack.operation("DELETE " + OPTIMIZE + "/runs/{run}");
        if (solve.isEmpty() || cancel.isEmpty()) throw new Journeys.Astray("no solver", 0);
        var run = "walk-" + walk.number;
        var attempt = Step.of("POST " + OPTIMIZE, caller)
                .saying(impossible(run))
                .attempt(walk.number, solve.get(), Kind.VALID);
        var stop = Step.of("DELETE " + OPTIMIZE + "/runs/{run}", caller)
                .at("run", run)
                .attempt(walk.number, cancel.get(), Kind.VALID);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var solved = threads.submit(() -> beside.send(attempt.request()));
            int status = 0;
            for (int i = 0; i < TRIES && status != 204 && !solved.isDone(); i++) {
                TimeUnit.MILLISECONDS.sleep(25); // it takes a moment to begin
                status = attack.send(stop).map(Response::status).orElse(0);
            }
            attack.taken(attempt, solved.get());
            if (status != 204) throw new Journeys.Astray(cancel.get().name(), status);
        } catch (ExecutionException broken) {
            throw new IOException("a run that was to be cancelled", broken.getCause());
        }
    }

    /** A squad that no search can finish with. */
    private static ObjectNode impossible(String run) {
        var body = Contract.JSON.createObjectNode().put("run", run).put("time_limit_ms", 3_000);
        var roster = body.putArray("roster");
        for (int i = 0; i < 50; i++)
            roster.addObject()
                    .put("player", "P" + i)
                    .putArray("builds")
                    .add(i % 2 == 0 ? "scourge-power" : "herald-boon")
                    .add(i % 2 == 0 ? "reaper-power" : "vindicator-power");
        body.putObject("rules").put("stability", 3).put("cleanse", 9).put("heal", 6);
        return body;
    }
}
