package org.wvwbuilder.builds.gamekey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.builds.official.OfficialApi;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.testing.TestClock;

class GameTests {
    private final OfficialApi api =
            OfficialApi.forPeople(URI.create("http://localhost:1"), TestClock.at("2026-11-20T20:00:00Z"));
    private final Game game = new Game(Optional.of(api));

    @Test
    void theNinthPersonAtOnceIsAskedToComeBackAndThePlacesBecomeFreeAgain() throws Exception {
        var asking = new CountDownLatch(8);
        var answered = new CountDownLatch(1);
        try (api;
                var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<String>>();
            for (int i = 0; i < 8; i++) {
                answers.add(people.submit(() -> game.ask(open -> {
                    asking.countDown();
                    answered.await();
                    return "answer";
                })));
            }
            assertThat(asking.await(10, TimeUnit.SECONDS)).isTrue();
            var busy = catchThrowableOfType(Problem.class, () -> game.ask(open -> "too many"));
            answered.countDown();
            assertThat(busy.status() + " " + busy.type()).isEqualTo("503 game-busy");
            assertThat(busy.headers()).containsEntry("Retry-After", "10");
            for (var answer : answers)
                assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo("answer");
            assertThat(game.<String>ask(open -> "free")).isEqualTo("free");
            catchThrowableOfType(
                    Problem.class,
                    () -> game.ask(open -> {
                        throw Problem.notFound("This");
                    }));
            for (int i = 0; i < 8; i++)
                assertThat(game.<String>ask(open -> "free")).isEqualTo("free");
        }
    }
}
