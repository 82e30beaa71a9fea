package org.wvwbuilder.squads.solve;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.Providers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Problem;

/**
 * Tells how a run goes, as server-sent events: {@code progress} a few times a second, then one {@code done} or {@code
 * problem}. A client that has gone away is noticed at the next event, and its run is cancelled.
 */
final class Telling implements StreamingOutput {
    private static final int BEAT_MILLIS = 200;
    private static final Annotation[] NONE = {};

    private final Runs.Run<SolveAnswer> run;
    private final Onlooker onlooker;
    private final Providers providers;
    private final long began = System.nanoTime();

    Telling(Runs.Run<SolveAnswer> run, Onlooker onlooker, Providers providers) {
        this.run = run;
        this.onlooker = onlooker;
        this.providers = providers;
    }

    @Doc("How far a run is.")
    public record Progress(
            @Doc("waiting or running") String state,
            long elapsedMs,

            @Doc("The best plan so far, by subgroup: player:build.")
            List<List<String>> groups,

            @Doc("What it misses: 0 once every rule holds.") int missing) {}

    @Doc("Why a run gave nothing.")
    public record Failure(int status, String type, String detail) {}

    @Override
    public void write(OutputStream out) throws IOException {
        try {
            var outcome = Optional.<Record>empty();
            while (outcome.isEmpty()) {
                send(out, "progress", progress());
                outcome = outcome();
            }
            send(out, outcome.get() instanceof Failure ? "problem" : "done", outcome.get());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("the server is stopping", stop);
        } finally {
            run.cancel();
        }
    }

    private Progress progress() {
        var state = run.begun() ? "running" : "waiting";
        return onlooker.best()
                .map(best -> new Progress(
                        state,
                        elapsed(),
                        best.groups().stream().map(SolveAnswer::seats).toList(),
                        best.score().stability()
                                + best.score().rules()
                                + best.score().squad()))
                .orElseGet(() -> new Progress(state, elapsed(), List.of(), 0));
    }

    private Optional<Record> outcome() throws InterruptedException {
        try {
            return Optional.of(run.get(BEAT_MILLIS, TimeUnit.MILLISECONDS));
        } catch (TimeoutException notYet) {
            return Optional.empty();
        } catch (CancellationException stopped) {
            return Optional.of(failure(run.why()));
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Problem problem) return Optional.of(failure(problem));
            throw new IllegalStateException("a squad could not be solved", failed.getCause());
        }
    }

    private static Failure failure(Problem problem) {
        return new Failure(problem.status(), problem.type(), problem.getMessage());
    }

    private long elapsed() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    }

    /** JSON has no bare line break, so one data line holds it. */
    private void send(OutputStream out, String event, Record data) throws IOException {
        var json = new ByteArrayOutputStream();
        @SuppressWarnings("unchecked")
        var type = (Class<Record>) data.getClass();
        providers
                .getMessageBodyWriter(type, type, NONE, MediaType.APPLICATION_JSON_TYPE)
                .writeTo(data, type, type, NONE, MediaType.APPLICATION_JSON_TYPE, new MultivaluedHashMap<>(), json);
        out.write(("event: " + event + "\ndata: ").getBytes(StandardCharsets.US_ASCII));
        out.write(json.toByteArray());
        out.write("\n\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
