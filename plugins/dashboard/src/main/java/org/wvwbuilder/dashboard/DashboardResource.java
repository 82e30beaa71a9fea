package org.wvwbuilder.dashboard;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.wvwbuilder.plugin.ActivitySource;
import org.wvwbuilder.plugin.ActivitySource.Activity;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Page;
import org.wvwbuilder.plugin.Roles;

/** What a person has, and what happened last. */
@Path("dashboard")
@Produces("application/json")
public final class DashboardResource {
    private static final Duration RECENT = Duration.ofDays(30);
    private static final Comparator<Activity> NEWEST_FIRST = Comparator.comparing(Activity::timestamp)
            .thenComparing(Activity::id)
            .reversed();

    private final Supplier<List<ActivitySource>> sources;
    private final InstantSource clock;

    DashboardResource(Supplier<List<ActivitySource>> sources, InstantSource clock) {
        this.sources = sources;
        this.clock = clock;
    }

    @GET
    @Path("stats")
    @RolesAllowed(Roles.MEMBER)
    @Doc("How many things you have, and how much happened in the last 30 days")
    public Stats stats(@Context Caller caller) {
        var person = caller.user();
        var since = clock.instant().minus(RECENT);
        long builds = 0;
        long compositions = 0;
        long teams = 0;
        long recent = 0;
        for (var source : sources.get()) {
            var totals = source.totals(person);
            builds += totals.getOrDefault("builds", 0L);
            compositions += totals.getOrDefault("compositions", 0L);
            teams += totals.getOrDefault("teams", 0L);
            recent += source.since(person, since);
        }
        return new Stats(builds, compositions, teams, recent);
    }

    @GET
    @Path("activities")
    @RolesAllowed(Roles.MEMBER)
    @Doc("What you did last, newest first")
    public Page<Activity> activities(
            @QueryParam("limit") @DefaultValue("10") @Doc("At most 200.") int limit, @Context Caller caller) {
        var person = caller.user();
        int most = Page.limit(limit);
        var newest = sources.get().stream()
                .flatMap(source -> source.newest(person, most).stream())
                .sorted(NEWEST_FIRST)
                .limit(most)
                .toList();
        return new Page<>(newest, null);
    }

    public record Stats(
            long totalBuilds,
            long totalCompositions,
            long totalTeams,
            @Doc("In the last 30 days.") long recentActivityCount) {}
}
