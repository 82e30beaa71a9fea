package org.wvwbuilder.logs;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Providers;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.wvwbuilder.logs.entry.Entry;
import org.wvwbuilder.logs.read.LogSource;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Page;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.Roles;

/** The logs, for administrators. */
@Path("logs")
public final class LogsResource {
    /** What one request looks through; a page may so have few entries, or none, and yet a next one. */
    private static final long MOST_BYTES = 256L << 20;

    /** And how long, as a busy machine may take its time for them. */
    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(2);

    private static final int MOST_LISTENERS = 8;
    private static final int MOST_READERS = 4;

    private final Sources sources;
    private final Semaphore listeners = new Semaphore(MOST_LISTENERS);
    private final Semaphore readers = new Semaphore(MOST_READERS);

    LogsResource(Sources sources) {
        this.sources = sources;
    }

    @Doc("A log.")
    public record Source(
            @Doc("application, access, nginx-access, nginx-error, journal or backups.")
            String id) {}

    @GET
    @RolesAllowed(Roles.ADMIN)
    @Doc("The logs that there are.")
    public Page<Source> list() {
        return new Page<>(sources.present().stream()
                .map(source -> new Source(source.id()))
                .toList());
    }

    @GET
    @Path("{source}")
    @RolesAllowed(Roles.ADMIN)
    @Doc(
            value =
                    "Entries of a log, the newest first. A page may have few or none and yet a next one: it looks through 256 MiB, or for two seconds.",
            problems = {404, 422, 429})
    public Page<Entry> entries(
            @PathParam("source") String source,
            @QueryParam("level") @DefaultValue("") @Doc("error, warning, info, debug, or several with commas.")
                    String level,
            @QueryParam("q") @DefaultValue("") @Doc("Plain text that they contain, in any case.") String q,
            @QueryParam("since") @DefaultValue("") @Doc("The first moment: 2026-11-24T08:00:00Z.") String since,
            @QueryParam("until") @DefaultValue("") @Doc("The moment after the last.") String until,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("cursor") @DefaultValue("") String cursor)
            throws IOException {
        var log = log(source);
        var asked = new LogSource.Request(
                Words.filter(level, q, since, until), Page.limit(limit), Words.cursor(cursor), patience());
        if (!readers.tryAcquire()) throw busy("Others are searching the logs: try again in a moment.");
        try {
            var slice = log.before(asked);
            return new Page<>(slice.entries(), slice.next().map(next -> next.text()));
        } finally {
            readers.release();
        }
    }

    @GET
    @Path("{source}/stream")
    @Produces("text/event-stream")
    @RolesAllowed(Roles.ADMIN)
    @Doc(
            value = "What is written from now on, as server-sent events; ends after 15 minutes at the latest.",
            answer = Entry.class,
            problems = {404, 422, 429})
    public Response stream(
            @PathParam("source") String source,
            @QueryParam("level") @DefaultValue("") String level,
            @QueryParam("q") @DefaultValue("") String q,
            @Context Providers providers)
            throws IOException {
        var log = log(source);
        var filter = Words.filter(level, q, "", "");
        if (!listeners.tryAcquire()) throw busy("Too many listen to the logs: close another page that does.");
        try {
            var telling = new Telling(log.follow(), filter, providers, listeners::release);
            return Response.ok(telling)
                    .header("Cache-Control", "no-store")
                    .header("X-Accel-Buffering", "no")
                    .build();
        } catch (IOException | RuntimeException failed) {
            listeners.release();
            throw failed;
        }
    }

    private static LogSource.Patience patience() {
        long start = System.nanoTime();
        return looked -> looked >= MOST_BYTES || System.nanoTime() - start >= MOST_NANOS;
    }

    private LogSource log(String id) {
        return Optional.of(id).flatMap(sources::present).orElseThrow(() -> Problem.notFound("The log"));
    }

    private static Problem busy(String detail) {
        return new Problem(429, "logs-busy", detail);
    }
}
