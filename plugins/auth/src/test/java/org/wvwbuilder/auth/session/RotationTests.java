package org.wvwbuilder.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.wvwbuilder.auth.Installation;
import org.wvwbuilder.auth.account.User;
import org.wvwbuilder.auth.account.UserTable;
import org.wvwbuilder.auth.password.Passwords;
import org.wvwbuilder.data.DataHost;
import org.wvwbuilder.plugin.Uuid7;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

/** A8: of many who present one refresh token at once, exactly one gets the next. */
class RotationTests {
    private static final int THREADS = 16;
    private static final Client DEVICE = new Client("test", "127.0.0.1");
    private static final Sessions.Witness UNSEEN = (connection, ended, session) -> {};
    private final InstantSource clock = InstantSource.system();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    @AfterEach
    void close() {
        threads.shutdownNow();
    }

    @OnBothEngines
    void ofSixteenWithOneTokenExactlyOneSucceedsAndTheFamilyEnds(TestDatabase database) throws Exception {
        try (var data = Installation.data(database, clock)) {
            var sessions = sessions(data);
            var user = user(data);
            for (int round = 0; round < 200; round++) {
                var grant = begin(data, sessions, user);
                var outcomes = race(() -> sessions.rotate(grant.refreshToken(), DEVICE, UNSEEN), THREADS);
                var winners = outcomes.stream()
                        .filter(Rotation.Rotated.class::isInstance)
                        .map(Rotation.Rotated.class::cast)
                        .toList();
                assertThat(winners).hasSize(1);
                assertThat(outcomes).anyMatch(Rotation.Reused.class::isInstance);
                assertThat(sessions.live().find(grant.sessionId())).isEmpty();
                assertThat(sessions.rotate(winners.getFirst().grant().refreshToken(), DEVICE, UNSEEN))
                        .isInstanceOf(Rotation.Refused.class);
            }
        }
    }

    @OnBothEngines
    void afterSigningOutAgainstARefreshNoTokenSurvives(TestDatabase database) throws Exception {
        try (var data = Installation.data(database, clock)) {
            var sessions = sessions(data);
            var user = user(data);
            for (int round = 0; round < 500; round++) {
                var grant = begin(data, sessions, user);
                var refresh = threads.submit(() -> sessions.rotate(grant.refreshToken(), DEVICE, UNSEEN));
                sessions.endByToken(grant.refreshToken(), UNSEEN);
                if (refresh.get() instanceof Rotation.Rotated rotated) {
                    assertThat(sessions.rotate(rotated.grant().refreshToken(), DEVICE, UNSEEN))
                            .isInstanceOf(Rotation.Refused.class);
                }
                assertThat(sessions.live().find(grant.sessionId())).isEmpty();
            }
        }
    }

    private <T> java.util.List<T> race(Callable<T> work, int times) throws Exception {
        return threads.invokeAll(Collections.nCopies(times, work)).stream()
                .map(done -> done.resultNow())
                .toList();
    }

    private Sessions sessions(DataHost data) {
        var lifetimes = new Sessions.Lifetimes(Duration.ofDays(30), Duration.ofDays(180));
        var users = new UserTable(data.database().engine());
        return new Sessions(data.database(), users, lifetimes, clock);
    }

    private static Grant begin(DataHost data, Sessions sessions, User user) {
        return data.database().write(connection -> sessions.begin(connection, user, DEVICE));
    }

    private User user(DataHost data) {
        var user = new User(
                Uuid7.next(clock),
                "aria@guild.example",
                "Aria",
                "member",
                java.util.Optional.empty(),
                false,
                1,
                clock.instant(),
                java.util.Optional.empty());
        data.database().write(connection -> {
            new UserTable(data.database().engine()).insert(connection, user, Passwords.NONE);
            return user;
        });
        return user;
    }
}
