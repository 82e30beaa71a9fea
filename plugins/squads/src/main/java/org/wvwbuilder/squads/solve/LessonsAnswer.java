package org.wvwbuilder.squads.solve;

import java.util.List;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.squads.optimise.Lessons;

@Doc("Who should learn what: the shortest list that makes every rule hold, or as many as can.")
public record LessonsAnswer(
        List<Lesson> learn,
        @Doc("Whether every rule would hold.") boolean complete,

        @Doc("Whether no shorter list is proven to do as much.")
        boolean minimal) {

    @Doc("One build for one player.")
    public record Lesson(
            String player,
            String build,

            @Doc("Whether it is of a profession that they play already.")
            boolean sameProfession) {}

    static LessonsAnswer of(Lessons found) {
        return new LessonsAnswer(
                found.learn().stream()
                        .map(one -> new Lesson(one.player(), one.build(), one.sameProfession()))
                        .toList(),
                found.complete(),
                found.minimal());
    }
}
