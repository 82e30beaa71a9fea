package org.wvwbuilder.auth.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.auth.Installation;
import org.wvwbuilder.auth.account.User;
import org.wvwbuilder.auth.account.UserTable;
import org.wvwbuilder.auth.password.Passwords;
import org.wvwbuilder.data.DataHost;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.Uuid7;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestClock;
import org.wvwbuilder.testing.TestDatabase;

/** How long a session lives, and what ends it, on a clock to steer. */
class SessionsTests {
    private static final Client PHONE = new Client("phone", "192.0.2.1");
    private static final Client LAPTOP = new Client("laptop", "192.0.2.2");
    private static final Duration IDLE = Duration.ofDays(30);
    private static final Duration WHOLE = Duration.ofDays(180);
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final TestClock clock = new TestClock(Installation.START);
    private final List<String> seen = new ArrayList<>();
    private final Sessions.Witness witness = (connection, user, id) -> seen.add(user.username() + " " + id);

    @OnBothEngines
    void aRefreshProlongsASessionUntilItIsAsOldAsOneMayBe(TestDatabase database) throws Exception {
        try (var data = Installation.data(database, clock)) {
            var sessions = sessions(data);
            var grant = begin(data, sessions, user(data, "Aria"), PHONE);
            assertThat(grant.expires()).isEqualTo(Installation.START.plus(IDLE));
            for (int refreshes = 0; refreshes < 7; refreshes++) {
                clock.advance(Duration.ofDays(25));
                grant = rotated(sessions.rotate(grant.refreshToken(), LAPTOP, witness));
                var idle = clock.instant().plus(IDLE);
                var whole = Installation.START.plus(WHOLE);
                assertThat(grant.expires()).isEqualTo(idle.isBefore(whole) ? idle : whole);
            }
            assertThat(sessions.of(grant.user().id()))
                    .containsExactly(new Session(
                            grant.sessionId(),
                            grant.user().id(),
                            LAPTOP,
                            Installation.START,
                            clock.instant(),
                            Installation.START.plus(WHOLE)));
            assertThat(sessions.begun(grant.sessionId())).contains(Installation.START);
            clock.set(grant.expires().minus(MOMENT));
            assertThat(sessions.live().find(grant.sessionId())).isPresent();
            clock.set(grant.expires());
            assertThat(sessions.rotate(grant.refreshToken(), PHONE, witness)).isEqualTo(new Rotation.Refused());
            assertThat(sessions.begun(grant.sessionId())).isEmpty();
            clock.advance(Duration.ofSeconds(2));
            assertThat(sessions.live().find(grant.sessionId())).isEmpty();
            assertThat(seen).isEmpty();
        }
    }

    @OnBothEngines
    void aTokenThatComesTwiceEndsItsSessionAtOnceAndIsTold(TestDatabase database) throws Exception {
        try (var data = Installation.data(database, clock)) {
            var sessions = sessions(data);
            var first = begin(data, sessions, user(data, "Aria"), PHONE);
            var other = begin(data, sessions, first.user(), LAPTOP);
            var second = rotated(sessions.rotate(first.refreshToken(), PHONE, witness));
            assertThat(second.sessionId()).isEqualTo(first.sessionId());
            assertThat(second.refreshToken()).isNotEqualTo(first.refreshToken());
            assertThat(sessions.live().find(first.sessionId()))
                    .map(LiveSession::user)
                    .map(User::username)
                    .contains("Aria");
            assertThat(seen).isEmpty();
            assertThat(sessions.rotate(first.refreshToken(), PHONE, witness))
                    .isEqualTo(new Rotation.Reused(first.sessionId()));
            assertThat(sessions.live().find(first.sessionId())).isEmpty();
            assertThat(seen).containsExactly("Aria " + first.sessionId());
            assertThat(sessions.rotate(second.refreshToken(), PHONE, witness)).isEqualTo(new Rotation.Refused());
            assertThat(sessions.rotate("nobody made this", PHONE, witness)).isEqualTo(new Rotation.Refused());
            assertThat(sessions.live().find(other.sessionId())).isPresent();
        }
    }

    @OnBothEngines
    void whoIsDisabledGetsNoFurther(TestDatabase database) throws Exception {
        try (var data = Installation.data(database, clock)) {
            var sessions = sessions(data);
            var grant = begin(data, sessions, user(data, "Aria"), PHONE);
            assertThat(sessions.live().find(grant.sessionId())).isPresent();
            data.database().write(connection -> {
                var user = grant.user();
                var off = new User(
                        user.id(),
                        user.email(),
                        user.username(),
                        user.role(),
                        user.language(),
                        true,
                        user.version() + 1,
                        user.createdAt(),
                        user.signedInAt());
                return new UserTable(data.database().engine()).update(connection, off, clock.instant());
            });
            assertThat(sessions.live().find(grant.sessionId()))
                    .as("until somebody says that accounts changed")
                    .isPresent();
            long era = sessions.live().era().get();
            sessions.accountChanged();
            assertThat(sessions.live().era()).hasValueGreaterThan(era);
            assertThat(sessions.live().find(grant.sessionId())).isEmpty();
            assertThat(sessions.rotate(grant.refreshToken(), PHONE, witness)).isEqualTo(new Rotation.Refused());
        }
    }

    @OnBothEngines
    void signingOutEndsTheSessionOfTheTokenAlsoWhenItWasUsedUp(TestDatabase database) throws Exception {
        try (var data = Installation.data(database, clock)) {
            var sessions = sessions(data);
            var grant = begin(data, sessions, user(data, "Aria"), PHONE);
            var next = rotated(sessions.rotate(grant.refreshToken(), PHONE, witness));
            assertThat(sessions.live().find(grant.sessionId())).isPresent();
            sessions.endByToken("nobody made this", witness);
            assertThat(sessions.live().find(grant.sessionId())).isPresent();
            sessions.endByToken(grant.refreshToken(), witness);
            assertThat(sessions.live().find(grant.sessionId())).isEmpty();
            assertThat(sessions.rotate(next.refreshToken(), PHONE, witness)).isEqualTo(new Rotation.Refused());
            sessions.endByToken(next.refreshToken(), witness);
            assertThat(sessions.rotate(grant.refreshToken(), PHONE, witness))
                    .as("used up, but nothing is left that a thief could have")
                    .isEqualTo(new Rotation.Refused());
            assertThat(seen).as("once").containsExactly("Aria " + grant.sessionId());
        }
    }

    @OnBothEngines
    void onlyItsOwnerEndsASession(TestDatabase database) throws Exception {
        try (var data = Installation.data(database, clock)) {
            var sessions = sessions(data);
            var grant = begin(data, sessions, user(data, "Aria"), PHONE);
            clock.advance(MOMENT);
            var later = begin(data, sessions, grant.user(), LAPTOP);
            var stranger = user(data, "Bor");
            assertThat(sessions.of(grant.user().id()))
                    .extracting(Session::id)
                    .containsExactly(later.sessionId(), grant.sessionId());
            assertThat(sessions.of(stranger.id())).isEmpty();
            assertThatThrownBy(() -> sessions.end(stranger.id(), grant.sessionId(), witness))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(problem.status()).isEqualTo(404));
            assertThat(sessions.live().find(grant.sessionId())).isPresent();
            sessions.end(grant.user().id(), grant.sessionId(), witness);
            assertThat(sessions.live().find(grant.sessionId())).isEmpty();
            assertThat(sessions.of(grant.user().id())).extracting(Session::id).containsExactly(later.sessionId());
            assertThat(seen).containsExactly("Aria " + grant.sessionId());
        }
    }

    @OnBothEngines
    void allOrAllOtherSessionsOfAnAccountEnd(TestDatabase database) throws Exception {
        try (var data = Installation.data(database, clock)) {
            var sessions = sessions(data);
            var user = user(data, "Aria");
            var kept = begin(data, sessions, user, PHONE);
            var other = begin(data, sessions, user, LAPTOP);
            var stranger = begin(data, sessions, user(data, "Bor"), PHONE);
            data.database().write(connection -> {
                sessions.endOthers(connection, user.id(), kept.sessionId(), "a new password");
                return user;
            });
            assertThat(sessions.begun(other.sessionId())).isEmpty();
            assertThat(sessions.begun(kept.sessionId())).isPresent();
            data.database().write(connection -> {
                sessions.endAll(connection, user.id(), "disabled");
                return user;
            });
            assertThat(sessions.begun(kept.sessionId())).isEmpty();
            assertThat(sessions.begun(stranger.sessionId())).isPresent();
        }
    }

    @OnBothEngines
    void whatCameBackWithABackupIsEnded(TestDatabase database) throws Exception {
        try (var data = Installation.data(database, clock)) {
            var sessions = sessions(data);
            var user = user(data, "Aria");
            var before = begin(data, sessions, user, PHONE);
            clock.advance(MOMENT);
            var after = begin(data, sessions, user, LAPTOP);
            assertThat(sessions.endRestored(clock.instant())).isEqualTo(1);
            assertThat(sessions.begun(before.sessionId())).isEmpty();
            assertThat(sessions.begun(after.sessionId())).isPresent();
        }
    }

    @OnBothEngines
    void thePurgeDeletesWhatIsOverAndNothingElse(TestDatabase database) throws Exception {
        try (var data = Installation.data(database, clock)) {
            var sessions = sessions(data);
            var user = user(data, "Aria");
            begin(data, sessions, user, PHONE);
            clock.advance(IDLE);
            var ended = begin(data, sessions, user, PHONE);
            var live = begin(data, sessions, user, LAPTOP);
            sessions.end(user.id(), ended.sessionId(), witness);
            assertThat(sessions.purge()).isEqualTo("2 sessions and 1 refresh tokens deleted");
            assertThat(sessions.purge()).isEqualTo("0 sessions and 0 refresh tokens deleted");
            assertThat(sessions.rotate(live.refreshToken(), LAPTOP, witness)).isInstanceOf(Rotation.Rotated.class);
        }
    }

    @OnBothEngines
    void aSignInIsNotedAtTheAccount(TestDatabase database) throws Exception {
        try (var data = Installation.data(database, clock)) {
            var user = user(data, "Aria");
            var grant = begin(data, sessions(data), user, PHONE);
            var users = new UserTable(data.database().engine());
            var noted = data.database().read(connection -> users.byId(connection, user.id()));
            assertThat(noted.flatMap(User::signedInAt)).contains(Installation.START);
            assertThat(grant.toString()).contains(grant.sessionId()).doesNotContain(grant.refreshToken());
        }
    }

    private static Grant rotated(Rotation rotation) {
        assertThat(rotation).isInstanceOf(Rotation.Rotated.class);
        return ((Rotation.Rotated) rotation).grant();
    }

    private Sessions sessions(DataHost data) {
        var users = new UserTable(data.database().engine());
        return new Sessions(data.database(), users, new Sessions.Lifetimes(IDLE, WHOLE), clock);
    }

    private static Grant begin(DataHost data, Sessions sessions, User user, Client client) {
        return data.database().write(connection -> sessions.begin(connection, user, client));
    }

    private User user(DataHost data, String name) {
        var user = new User(
                Uuid7.next(clock),
                name + "@guild.example",
                name,
                "member",
                Optional.empty(),
                false,
                1,
                clock.instant(),
                Optional.empty());
        data.database().write(connection -> {
            new UserTable(data.database().engine()).insert(connection, user, Passwords.NONE);
            return user;
        });
        return user;
    }
}
