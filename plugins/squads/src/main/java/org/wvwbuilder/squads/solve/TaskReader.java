package org.wvwbuilder.squads.solve;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.wvwbuilder.squads.archetype.Archetype;
import org.wvwbuilder.squads.archetype.Rule;
import org.wvwbuilder.squads.archetype.RuleSet;
import org.wvwbuilder.squads.archetype.RuleSets;
import org.wvwbuilder.squads.judgement.Playables.Known;
import org.wvwbuilder.squads.optimise.Effort;
import org.wvwbuilder.squads.optimise.Entry;
import org.wvwbuilder.squads.optimise.Fault;
import org.wvwbuilder.squads.optimise.Orders;
import org.wvwbuilder.squads.optimise.Seat;
import org.wvwbuilder.squads.optimise.Task;
import org.wvwbuilder.squads.roster.Readiness;
import org.wvwbuilder.squads.solve.SolveForm.Player;
import org.wvwbuilder.squads.solve.SolveForm.SolveRequest;
import org.wvwbuilder.squads.web.Findings;
import org.wvwbuilder.squads.web.Words;

/** Checks a request and makes a task of it, or names every place that is not right. */
final class TaskReader {
    private static final int MOST_PLAYER = 60;
    private static final int MOST_ORDERS = 100;
    private static final int MOST_STEPS = 20_000_000;
    private static final long USUAL_SEED = 1;

    private final SolveRequest request;
    private final Known known;
    private final RuleSets sets;
    private final Findings findings = new Findings();

    private TaskReader(SolveRequest request, Known known, RuleSets sets) {
        this.request = request;
        this.known = known;
        this.sets = sets;
    }

    /** @param roster the players, with what stands for them in the request: {@code /roster}, or {@code /roster_id} */
    static Task read(SolveRequest request, List<Player> roster, String at, Known known, RuleSets sets) {
        return new TaskReader(request, known, sets).task(roster, at);
    }

    private Task task(List<Player> roster, String at) {
        var entries = entries(roster, at);
        int groups = request.groups().orElse(Math.max(1, Math.ceilDiv(entries.size(), Task.PLACES)));
        findings.check(groups >= 1 && groups <= Task.MOST_GROUPS, "/groups", "1 to 10 subgroups");
        var reader = new RuleReader(sets, findings);
        var set = reader.set(request.ruleSet(), entries.size());
        var rules = reader.rules(
                request.rules(),
                "/rules",
                Rule.MOST_NEED,
                set.map(RuleSet::subgroup).orElse(List.of()));
        var squad = reader.rules(
                request.squad(),
                "/squad",
                Rule.MOST_SQUAD_NEED,
                set.map(RuleSet::squad).orElse(List.of()));
        var orders = orders();
        var previous = previous();
        var effort = effort();
        findings.check(
                request.run().map(Runs::isName).orElse(true),
                "/run",
                "1 to 64 letters without accents, digits, - or _");
        findings.refuse();
        try {
            return new Task(entries, groups, rules, squad, orders, previous, effort);
        } catch (Fault fault) {
            for (var wrong : fault.findings()) findings.add(wrong.pointer(), wrong.detail());
            findings.refuse();
            throw fault;
        }
    }

    /** By the clock, or by steps, which give the same plan on every machine; the clock bounds those, too. */
    private Effort effort() {
        long most = Effort.MOST.toMillis();
        long millis = request.timeLimitMs()
                .map(Integer::longValue)
                .orElse(request.steps().isPresent() ? most : Effort.USUAL.toMillis());
        long steps = request.steps().orElse(1);
        boolean timed = millis >= 1 && millis <= most;
        boolean stepped = steps >= 1 && steps <= MOST_STEPS;
        findings.check(timed, "/time_limit_ms", "1 to " + most);
        findings.check(stepped, "/steps", "1 to " + MOST_STEPS);
        long seed = request.seed().orElse(USUAL_SEED);
        var limit = Duration.ofMillis(timed ? millis : 1);
        if (request.steps().isEmpty()) return Effort.within(seed, limit);
        return new Effort(seed, stepped ? steps : 1, Optional.of(limit));
    }

    private List<Entry> entries(List<Player> roster, String at) {
        findings.check(!roster.isEmpty(), at, "at least one player who is here tonight");
        findings.check(roster.size() <= Task.MOST_PLAYERS, at, "at most 50 players: leave out " + (roster.size() - 50));
        var names = new HashMap<String, Integer>();
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < Math.min(roster.size(), Task.MOST_PLAYERS); i++) {
            var place = at.equals("/roster") ? at + "/" + i : at;
            var asked = roster.get(i);
            findings.check(asked != null, place, "a player");
            if (asked == null) continue;
            var player = Words.name(asked.player(), place + "/player", MOST_PLAYER, findings);
            var earlier = names.putIfAbsent(Words.lower(player), i);
            findings.check(
                    earlier == null,
                    place + "/player",
                    "a player named once: the same name stands at " + at + "/" + earlier);
            var builds = builds(asked, place);
            var readiness = new Readiness(asked.proficiency(), asked.gearMissing());
            readiness.check(asked.builds(), place, findings);
            if (!builds.isEmpty() && findings.none()) entries.add(entry(player, builds, readiness));
        }
        findings.refuse();
        return entries;
    }

    /** Without the builds whose gear is missing, unless the player is locked to one or has no other. */
    private Entry entry(String player, List<Archetype> builds, Readiness readiness) {
        var locked = request.builds().get(player);
        boolean any = builds.stream().anyMatch(build -> readiness.geared(build.id()));
        var playable = new ArrayList<Archetype>();
        var distances = new ArrayList<Integer>();
        for (int i = 0; i < builds.size(); i++) {
            var id = builds.get(i).id();
            if (any && !readiness.geared(id) && !id.equals(locked)) continue;
            playable.add(builds.get(i));
            distances.add(readiness.distance(i, id));
        }
        return new Entry(player, playable, distances);
    }

    private List<Archetype> builds(Player asked, String place) {
        var builds = new LinkedHashMap<String, Archetype>();
        var ids = asked.builds();
        findings.check(
                !ids.isEmpty() && ids.size() <= Entry.MOST_BUILDS,
                place + (place.equals("/roster_id") ? "" : "/builds"),
                asked.player().orElse("") + " needs 1 to 20 builds that they can play");
        for (int i = 0; i < Math.min(ids.size(), Entry.MOST_BUILDS); i++) {
            var build = ids.get(i) == null ? null : known.byId().get(ids.get(i));
            var where = place.equals("/roster_id") ? place : place + "/builds/" + i;
            findings.check(
                    build != null,
                    where,
                    "the id of an archetype, or of a saved build that you may see, for "
                            + asked.player().orElse(""));
            if (build != null) {
                findings.check(builds.put(ids.get(i), build) == null, where, "a build named once");
            }
        }
        return List.copyOf(builds.values());
    }

    private Orders orders() {
        var locks = new LinkedHashMap<String, Integer>();
        request.locks().forEach((player, group) -> {
            findings.check(group != null, at("/locks", player), "a subgroup");
            if (group != null) locks.put(player, group);
        });
        var builds = new LinkedHashMap<String, String>();
        request.builds().forEach((player, build) -> {
            findings.check(build != null, at("/builds", player), "a build");
            if (build != null) builds.put(player, build);
        });
        findings.check(request.benched().stream().allMatch(Objects::nonNull), "/benched", "players");
        return new Orders(
                request.commander(),
                locks,
                builds,
                request.benched().stream().filter(Objects::nonNull).collect(HashSet::new, Set::add, Set::addAll),
                lists(request.together(), "/together"),
                lists(request.apart(), "/apart"));
    }

    private List<List<String>> lists(List<List<String>> asked, String at) {
        findings.check(asked.size() <= MOST_ORDERS, at, "at most 100 lists");
        var lists = new ArrayList<List<String>>();
        for (int i = 0; i < Math.min(asked.size(), MOST_ORDERS); i++) {
            var list = asked.get(i);
            boolean fine = list != null
                    && list.size() <= Task.MOST_PLAYERS
                    && list.stream().allMatch(Objects::nonNull);
            findings.check(fine, at + "/" + i, "a list of players");
            lists.add(fine ? list : List.of());
        }
        return lists;
    }

    private List<List<Seat>> previous() {
        var asked = request.previous();
        findings.check(asked.size() <= Task.MOST_GROUPS, "/previous", "at most 10 subgroups");
        var previous = new ArrayList<List<Seat>>();
        var seen = new HashSet<String>();
        for (int g = 0; g < Math.min(asked.size(), Task.MOST_GROUPS); g++) {
            var group = asked.get(g) == null ? List.<String>of() : asked.get(g);
            findings.check(group.size() <= Task.PLACES, "/previous/" + g, "at most 5 in a subgroup");
            var seats = new ArrayList<Seat>();
            for (int i = 0; i < Math.min(group.size(), Task.PLACES); i++) {
                var text = group.get(i) == null ? "" : group.get(i);
                int colon = text.lastIndexOf(':');
                var where = "/previous/" + g + "/" + i;
                findings.check(colon > 0 && colon < text.length() - 1, where, "player:build");
                if (colon <= 0) continue;
                findings.check(seen.add(text.substring(0, colon)), where, "a player who has one place");
                seats.add(new Seat(text.substring(0, colon), text.substring(colon + 1)));
            }
            previous.add(seats);
        }
        return previous;
    }

    private static String at(String name, String player) {
        return name + "/" + player.replace("~", "~0").replace("/", "~1");
    }
}
