package org.wvwbuilder.dashboard;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.wvwbuilder.plugin.ActivitySource.Activity;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Identity;
import org.wvwbuilder.plugin.Page;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.Roles;

/** What a person has, and what happened last. */
@Path("dashboard")
@Produces("application/json")
public final class DashboardResource {
    /** Greater than every id: those are hexadecimal. */
    static final String NEWEST = "g";

    private static final Duration RECENT = Duration.ofDays(30);
    private static final int MOST_DAYS = 90;
    /** In front of a cursor that leads into what is older than the log. */
    private static final String OLDER = "past.";

    private final ActivityLog log;
    private final Past past;
    private final Readers readers;
    private final InstantSource clock;

    DashboardResource(ActivityLog log, Past past, Readers readers, InstantSource clock) {
        this.log = log;
        this.past = past;
        this.readers = readers;
        this.clock = clock;
    }

    @GET
    @Path("stats")
    @RolesAllowed(Roles.MEMBER)
    @Doc("How many things you have, and how much happened in the last 30 days")
    public Stats stats(@Context Caller caller) {
        var person = caller.user();
        var since = clock.instant().minus(RECENT);
        var totals = past.totals(person);
        return new Stats(
                totals.getOrDefault("builds", 0L),
                totals.getOrDefault("compositions", 0L),
                totals.getOrDefault("teams", 0L),
                log.count(Logged.by(person.id()), since) + past.since(person, since));
    }

    @GET
    @Path("activities")
    @RolesAllowed(Roles.MEMBER)
    @Doc(value = "What happened last, newest first", items = Happened.class, problems = 422)
    public Page<Happened> activities(
            @QueryParam("limit") @DefaultValue("10") @Doc("At most 200.") int limit,
            @QueryParam("scope") @DefaultValue("own") @Doc("own, or guild: what you may see of everybody's.")
                    String scope,
            @QueryParam("cursor") String cursor,
            @Context Caller caller) {
        int most = Page.limit(limit);
        var person = caller.user();
        boolean guild = guild(scope);
        var at = Optional.ofNullable(cursor).orElse("");
        if (at.startsWith(OLDER)) return older(person, at, most, List.of());
        var before = at.isEmpty() ? NEWEST : at;
        var found =
                guild ? log.seenBy(readers.audiences(person), before, most + 1) : log.of(person.id(), before, most + 1);
        var told = told(found.stream().limit(most).toList());
        if (found.size() > most)
            return new Page<>(told, Optional.of(told.getLast().id()));
        return guild || told.size() == most
                ? new Page<>(told, guild ? Optional.empty() : Optional.of(OLDER))
                : older(person, OLDER, most, told);
    }

    /** The rest of a page, from before there was a log. */
    private Page<Happened> older(Identity person, String cursor, int most, List<Happened> first) {
        var from = position(cursor);
        int room = most - first.size();
        var found = past.newest(person, from.timestamp(), from.id(), room + 1);
        var all = new ArrayList<>(first);
        found.stream().limit(room).map(Happened::of).forEach(all::add);
        if (found.size() <= room) return new Page<>(all);
        var last = found.get(room - 1);
        return new Page<>(all, Optional.of(OLDER + last.timestamp().toEpochMilli() + "." + last.id()));
    }

    private static Activity position(String cursor) {
        var parts = cursor.substring(OLDER.length()).split("\\.", 2);
        if (parts[0].isEmpty()) return new Activity(NEWEST, "", "", "", Instant.MAX);
        if (parts.length == 2 && parts[0].matches("[0-9]{1,15}")) {
            return new Activity(parts[1], "", "", "", Instant.ofEpochMilli(Long.parseLong(parts[0])));
        }
        throw Problem.invalid("?cursor", "the next_cursor of a page of this very list; leave it out to start again");
    }

    private List<Happened> told(List<Logged> found) {
        var ids = found.stream().map(Logged::actor).filter(id -> !id.isEmpty()).collect(Collectors.toSet());
        var names = readers.names(ids);
        return found.stream()
                .map(one -> new Happened(
                        one.id(),
                        one.type(),
                        one.title(),
                        one.description(),
                        one.at(),
                        one.subject(),
                        Optional.ofNullable(names.get(one.actor()))))
                .toList();
    }

    @GET
    @Path("charts")
    @RolesAllowed(Roles.MEMBER)
    @Doc(value = "Activities by day, and builds by profession", problems = 422)
    public Charts charts(
            @QueryParam("scope") @DefaultValue("own") @Doc("own or guild.") String scope,
            @QueryParam("days") @DefaultValue("30") @Doc("1 to 90, today included.") int days,
            @QueryParam("zone") @DefaultValue("UTC") @Doc("Whose days: Europe/Paris.") String zone,
            @Context Caller caller) {
        if (days < 1 || days > MOST_DAYS) throw Problem.invalid("?days", "a whole number from 1 to " + MOST_DAYS);
        var person = caller.user();
        var where = zone(zone);
        var today = LocalDate.ofInstant(clock.instant(), where);
        var first = today.minusDays(days - 1L);
        var since = first.atStartOfDay(where).toInstant();
        boolean guild = guild(scope);
        var whom = guild ? readers.audiences(person) : List.of(Logged.by(person.id()));
        var byDay = new TreeMap<LocalDate, Long>();
        log.quarters(whom, since)
                .forEach((quarter, n) -> byDay.merge(LocalDate.ofInstant(Logged.begin(quarter), where), n, Long::sum));
        if (!guild) {
            for (var one : past.newest(person, Instant.MAX, NEWEST, Page.MOST)) {
                byDay.merge(LocalDate.ofInstant(one.timestamp(), where), 1L, Long::sum);
            }
        }
        var all = first.datesUntil(today.plusDays(1))
                .map(day -> new Day(day.toString(), byDay.getOrDefault(day, 0L)))
                .toList();
        return new Charts(where.getId(), all, professions(past.professions(person)));
    }

    private static List<Profession> professions(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> new Profession(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(Profession::builds).reversed().thenComparing(Profession::profession))
                .toList();
    }

    private static boolean guild(String scope) {
        return switch (scope) {
            case "own" -> false;
            case "guild" -> true;
            default -> throw Problem.invalid("?scope", "own or guild");
        };
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException unknown) {
            throw Problem.invalid("?zone", "a time zone such as Europe/Paris");
        }
    }

    public record Stats(
            long totalBuilds,
            long totalCompositions,
            long totalTeams,
            @Doc("In the last 30 days.") long recentActivityCount) {}

    @Doc("Something that happened.")
    public record Happened(
            String id,

            @Doc("Lower-case words: build-created, build-changed, build-shared, build-deleted, composition-created, …")
            String type,

            @Doc("The thing's name.") String title,
            @Doc("One sentence; may be empty.") String description,
            Instant timestamp,
            @Doc("The id of the build or composition.") String subjectId,
            @Doc("Who did it, where that is known.") Optional<String> actor) {

        static Happened of(Activity activity) {
            return new Happened(
                    activity.id(),
                    activity.type(),
                    activity.title(),
                    activity.description(),
                    activity.timestamp().truncatedTo(ChronoUnit.MILLIS),
                    activity.id(),
                    Optional.empty());
        }
    }

    @Doc("Figures for charts.")
    public record Charts(
            String zone,
            @Doc("The oldest first, without gaps.") List<Day> days,
            @Doc("Of your newest 2,000 builds.") List<Profession> professions) {}

    public record Day(@Doc("2026-11-28, in the zone.") String day, long activities) {}

    public record Profession(
            @Doc("As in the official API: Guardian.") String profession, long builds) {}
}
