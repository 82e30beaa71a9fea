package org.wvwbuilder.health;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Platform;
import org.wvwbuilder.plugin.Roles;

/** How the server is. Everybody learns whether it is well, administrators why not. */
@Path("health")
public final class HealthResource {
    private final Server server;
    private final Readiness readiness;
    private final InstantSource clock;
    /** What everybody is told, made once for each round of checks. */
    private volatile Told told = new Told(Optional.empty(), new State("down", "", Optional.empty()));

    private record Told(Optional<Platform.HealthReport> of, State state) {}

    HealthResource(Server server, Readiness readiness, InstantSource clock) {
        this.server = server;
        this.readiness = readiness;
        this.clock = clock;
    }

    @Doc("How the server is.")
    public record State(
            @Doc("ok, degraded or down.") String status,
            String version,
            @Doc("For administrators; null for others.") Optional<Detail> detail) {}

    @Doc("Why the server is as it is.")
    public record Detail(
            @Doc("When the checks ran.") java.time.Instant checkedAt,
            long uptimeSeconds,
            List<Platform.CheckStatus> checks,

            @Doc("The plugins that do not run, with what to do about it.")
            List<Platform.PluginStatus> notRunning) {}

    @Doc("That the process lives.")
    public record Live(@Doc("Always ok.") String status) {}

    @Doc("Whether the server can take requests.")
    public record Ready(@Doc("ok or down.") String status, List<Finding> checks) {}

    /** @param why for administrators; null for others */
    @Doc("What was probed.")
    public record Finding(
            String name,
            @Doc("ok, degraded or down.") String status,
            @Doc("For administrators; null for others.") Optional<String> why) {}

    @GET
    @PermitAll
    @Doc(value = "How the server is; 503 when it is down.", answer = State.class, problems = 503)
    public Response health(@Context Caller caller) {
        var report = server.platform().health();
        if (administrator(caller)) return answer(state(report, Optional.of(detail(report))));
        var known = told;
        if (known.of().isEmpty() || known.of().get() != report) {
            told = known = new Told(Optional.of(report), state(report, Optional.empty()));
        }
        return answer(known.state());
    }

    @GET
    @Path("live")
    @PermitAll
    @Doc("That the process lives. Looks at nothing else.")
    public Live live() {
        return new Live("ok");
    }

    @GET
    @Path("ready")
    @PermitAll
    @Doc(
            value = "Whether the server can take requests: writes to and reads from the database and the disk, at most"
                    + " once a second; 503 when it cannot.",
            answer = Ready.class,
            problems = 503)
    public Response ready(@Context Caller caller) {
        var verdict = readiness.verdict();
        boolean whole = administrator(caller);
        var findings = verdict.findings().stream()
                .map(finding -> new Finding(
                        finding.name(),
                        finding.status(),
                        Optional.of(finding.why()).filter(why -> whole)))
                .toList();
        return Response.status(verdict.ready() ? 200 : 503)
                .entity(new Ready(verdict.ready() ? "ok" : "down", findings))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private State state(Platform.HealthReport report, Optional<Detail> detail) {
        return new State(report.status(), server.platform().version(), detail);
    }

    /** A response serves one request only. */
    private static Response answer(State state) {
        return Response.status(state.status().equals("down") ? 503 : 200)
                .entity(state)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private Detail detail(Platform.HealthReport report) {
        var platform = server.platform();
        var up = Duration.between(platform.startedAt(), clock.instant());
        Predicate<Platform.PluginStatus> running = plugin -> plugin.state().equals("RUNNING");
        return new Detail(
                report.at(),
                up.toSeconds(),
                report.checks(),
                platform.plugins().stream().filter(running.negate()).toList());
    }

    private static boolean administrator(Caller caller) {
        return caller.identity().isPresent() && caller.identity().get().is(Roles.ADMIN);
    }
}
