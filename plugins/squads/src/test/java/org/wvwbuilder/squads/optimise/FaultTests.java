package org.wvwbuilder.squads.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.squads.optimise.Request.Line;

/** A request that cannot be solved is refused with every place that is wrong. */
class FaultTests {
    private static final List<Line> THREE = List.of(
            new Line("Ann", List.of("firebrand-heal")),
            new Line("Ben", List.of("tempest-heal", "weaver-dps")),
            new Line("C/d", List.of("scourge-power")));

    @Test
    void fiftyOnePlayersAreTooMany() {
        var lines = IntStream.range(0, 51)
                .mapToObj(i -> new Line("p" + i, List.of("scourge-power")))
                .toList();
        assertThat(refused(request(lines, Orders.NONE, List.of()))).containsExactly("/roster");
    }

    @Test
    void aSubgroupOfSixIsRefused() {
        var six =
                IntStream.range(0, 6).mapToObj(i -> "p" + i + ":scourge-power").toList();
        assertThat(refused(request(THREE, Orders.NONE, List.of(List.of(), six))))
                .containsExactly("/previous/1");
    }

    @Test
    void sixLockedToOneSubgroupAreRefused() {
        var lines = IntStream.range(0, 6)
                .mapToObj(i -> new Line("p" + i, List.of("scourge-power")))
                .toList();
        var locks = Map.of("p0", 1, "p1", 1, "p2", 1, "p3", 1, "p4", 1, "p5", 1);
        assertThat(refused(request(lines, Squads.locks(Orders.NONE, locks), List.of())))
                .containsExactly("/locks");
    }

    @Test
    void doubledNamesArePointedOut() {
        var lines = new ArrayList<>(THREE);
        lines.add(new Line("Ben", List.of("weaver-dps")));
        assertThat(refused(request(lines, Orders.NONE, List.of()))).containsExactly("/roster/3/player");
        assertThat(refused(request(THREE, Orders.NONE, List.of(List.of("Ann:x"), List.of("Ann:x")))))
                .containsExactly("/previous/1/0");
    }

    @Test
    void unknownArchetypesAndCapabilitiesAreAllNamedAtOnce() {
        var lines = new ArrayList<>(THREE);
        lines.add(new Line("Eve", List.of("weaver-dps", "unheard-of")));
        lines.add(new Line(" ", List.of("nor-this")));
        var request = new Request(
                lines,
                2,
                Map.of("stabillity", 3, "cleanse", 99),
                Map.of(),
                Orders.NONE,
                List.of(List.of("Ann")),
                effort());
        assertThat(refused(request))
                .containsExactly(
                        "/roster/3/builds/1",
                        "/roster/4/player",
                        "/roster/4/builds/0",
                        "/rules/cleanse",
                        "/rules/stabillity",
                        "/previous/0/0");
    }

    @Test
    void playersWithoutABuildAndDoubledBuildsAreRefused() {
        var lines = List.of(new Line("Ann", List.of()), new Line("Ben", List.of("weaver-dps", "weaver-dps")));
        assertThat(refused(request(lines, Orders.NONE, List.of())))
                .containsExactly("/roster/0/builds", "/roster/1/builds/1");
    }

    @Test
    void contradictoryLocksAreRefused() {
        var commander = new Orders(Optional.of("Ann"), Map.of("Ann", 2), Map.of(), Set.of(), List.of(), List.of());
        assertThat(refused(request(THREE, commander, List.of()))).containsExactly("/commander");
        var torn = new Orders(
                Optional.empty(),
                Map.of("Ann", 1, "Ben", 2),
                Map.of(),
                Set.of(),
                List.of(List.of("Ann", "Ben")),
                List.of());
        assertThat(refused(request(THREE, torn, List.of()))).containsExactly("/together/0");
        var glued = new Orders(
                Optional.empty(),
                Map.of("Ann", 1, "Ben", 1),
                Map.of(),
                Set.of(),
                List.of(),
                List.of(List.of("Ann", "Ben")));
        assertThat(refused(request(THREE, glued, List.of()))).containsExactly("/apart/0");
        var out = new Orders(
                Optional.empty(), Map.of("C/d", 1), Map.of("Ben", "reaper-power"), Set.of("C/d"), List.of(), List.of());
        assertThat(refused(request(THREE, out, List.of()))).containsExactly("/locks/C~1d", "/builds/Ben");
    }

    @Test
    void strangersAndSubgroupsThatAreNotThereAreRefused() {
        var orders = new Orders(
                Optional.of("Zoe"),
                Map.of("Yan", 1, "Ann", 3),
                Map.of(),
                Set.of("Xia"),
                List.of(),
                List.of(List.of("Ann")));
        assertThat(refused(request(THREE, orders, List.of())))
                .containsExactly("/commander", "/locks/Ann", "/locks/Yan", "/bench", "/apart/0");
    }

    @Test
    void sizesAndEffortsHaveLimits() {
        assertThat(refused(new Request(THREE, 11, Map.of(), Map.of(), Orders.NONE, List.of(), effort())))
                .containsExactly("/groups");
        var time = catchThrowableOfType(Fault.class, () -> Effort.within(1, Duration.ofSeconds(31)));
        assertThat(time.findings().getFirst().pointer()).isEqualTo("/time_limit_ms");
        var steps = catchThrowableOfType(Fault.class, () -> Effort.steps(1, 0));
        assertThat(steps).hasMessage("/steps: Ask for 1 to 1000000000 steps, not 0");
    }

    @Test
    void aRequestInWordsIsSolved() {
        var plan = new Optimiser(Cases.SHIPPED.all())
                .solve(request(THREE, Orders.NONE, List.of(List.of("Ben:tempest-heal")))
                        .task(Cases.SHIPPED));
        assertThat(plan.groups().stream().flatMap(List::stream)).hasSize(3);
    }

    private static Request request(List<Line> roster, Orders orders, List<List<String>> previous) {
        return new Request(
                roster, 2, Map.of("stability", 3, "cleanse", 3), Map.of("strip", 2), orders, previous, effort());
    }

    private static Effort effort() {
        return Effort.steps(1, Effort.USUAL_STEPS);
    }

    private static List<String> refused(Request request) {
        var fault = catchThrowableOfType(Fault.class, () -> request.task(Cases.SHIPPED));
        assertThat(fault).isNotNull();
        return fault.findings().stream().map(Fault.Finding::pointer).toList();
    }
}
