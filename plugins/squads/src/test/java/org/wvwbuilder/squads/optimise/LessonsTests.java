package org.wvwbuilder.squads.optimise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.squads.archetype.Archetype;
import org.wvwbuilder.squads.optimise.Lessons.Lesson;
import org.wvwbuilder.squads.optimise.Lessons.Reach;

/** Who should learn what: the list helps, and no shorter one does. */
class LessonsTests {
    private final Optimiser optimiser = new Optimiser(Cases.SHIPPED.all());

    @Test
    void twoLessonsSaveTheImpossibleSquad() {
        var task = Cases.impossible(1);
        var lessons = optimiser.teach(task, Reach.ANY_PROFESSION, Watch.NONE);
        assertThat(lessons.complete()).isTrue();
        assertThat(lessons.minimal()).isTrue();
        assertThat(lessons.learn())
                .hasSize(2)
                .anySatisfy(lesson -> assertThat(lesson.player()).isEqualTo("A9"));
        assertThat(holds(task, lessons.learn())).isTrue();
    }

    @Test
    void ownProfessionsMayNotBeEnoughAndThatIsSaid() {
        var lessons = optimiser.teach(Cases.impossible(1), Reach.OWN_PROFESSIONS, Watch.NONE);
        assertThat(lessons.complete()).isFalse();
        assertThat(lessons.minimal()).isTrue();
        assertThat(lessons.score().stability()).isEqualTo(1);
        assertThat(lessons.learn()).isNotEmpty().allMatch(Lesson::sameProfession);
    }

    @Test
    void nobodyHasToLearnWhereNothingIsMissing() {
        var lessons = optimiser.teach(Cases.scarceStability(1), Reach.OWN_PROFESSIONS, Watch.NONE);
        assertThat(lessons.learn()).isEmpty();
        assertThat(lessons.complete()).isTrue();
        assertThat(lessons.minimal()).isTrue();
    }

    @Test
    void fifteenAreProvenMinimal() {
        var task = Cases.scarceStability(1);
        var fewer = task.roster().stream()
                .filter(entry -> !entry.player().equals("Bor"))
                .toList();
        var roster = new ArrayList<>(fewer);
        roster.addAll(Cases.roster("Pia virtuoso-power"));
        var harder = new Task(
                roster, 3, task.rules(), task.squad(), Orders.NONE, List.of(), Effort.steps(1, Effort.USUAL_STEPS));
        assertThat(List.of(Reach.values())).allSatisfy(reach -> {
            var lessons = optimiser.teach(harder, reach, Watch.NONE);
            assertThat(lessons.complete()).isTrue();
            assertThat(lessons.minimal()).isTrue();
            assertThat(lessons.learn()).hasSize(reach == Reach.ANY_PROFESSION ? 1 : 2);
            assertThat(holds(harder, lessons.learn())).isTrue();
        });
        assertThat(holds(harder, List.of())).isFalse();
        assertThat(oneIsEnough(harder, Reach.OWN_PROFESSIONS)).isFalse();
    }

    @Test
    void fifteenWithManyBuildsAreProvenToo() {
        var random = new Random(3);
        for (int trial = 0; trial < 4; trial++) {
            var roster = new ArrayList<Entry>();
            var all = new ArrayList<>(Cases.SHIPPED.all());
            for (int i = 0; i < 15; i++) {
                Collections.shuffle(all, random);
                roster.add(new Entry("p" + i, all.subList(0, 3 + 5 * (trial % 2))));
            }
            var task = new Task(roster, 3, Cases.RULES, Cases.strip(20), Orders.NONE, List.of(), Cases.effort(1));
            var lessons = optimiser.teach(task, Reach.ANY_PROFESSION, Watch.NONE);
            assertThat(lessons.complete()).isTrue();
            assertThat(lessons.minimal()).isTrue();
            assertThat(holds(task, lessons.learn())).isTrue();
        }
    }

    @Test
    void noShorterListHelps() {
        assertThat(LongStream.range(0, 60)).allSatisfy(number -> {
            var task = Squads.random(number, 8, 2);
            for (var reach : Reach.values()) {
                var lessons = optimiser.teach(task, reach, Watch.NONE);
                assertThat(lessons.minimal()).isTrue();
                if (!lessons.complete()) continue;
                assertThat(holds(task, lessons.learn())).isTrue();
                if (lessons.learn().size() == 1)
                    assertThat(holds(task, List.of())).isFalse();
                if (lessons.learn().size() == 2)
                    assertThat(oneIsEnough(task, reach)).isFalse();
            }
        });
    }

    private boolean oneIsEnough(Task task, Reach reach) {
        for (var entry : task.roster()) {
            for (var build : Cases.SHIPPED.all()) {
                boolean may = !entry.builds().contains(build)
                        && !task.orders().builds().containsKey(entry.player())
                        && (reach == Reach.ANY_PROFESSION || Curriculum.near(entry, build));
                if (may && holds(task, List.of(new Lesson(entry.player(), build.id(), true)))) return true;
            }
        }
        return false;
    }

    private boolean holds(Task task, List<Lesson> lessons) {
        var roster = new ArrayList<Entry>();
        for (var entry : task.roster()) {
            var builds = new ArrayList<Archetype>(entry.builds());
            lessons.stream()
                    .filter(lesson -> lesson.player().equals(entry.player()))
                    .forEach(lesson ->
                            builds.add(Cases.SHIPPED.find(lesson.build()).orElseThrow()));
            assertThat(new HashSet<>(builds)).hasSameSizeAs(builds);
            roster.add(new Entry(entry.player(), builds));
        }
        var learned =
                new Task(roster, task.groups(), task.rules(), task.squad(), task.orders(), List.of(), task.effort());
        return optimiser.solve(learned).feasible();
    }
}
