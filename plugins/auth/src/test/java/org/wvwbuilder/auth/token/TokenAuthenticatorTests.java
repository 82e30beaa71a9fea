package org.wvwbuilder.auth.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.auth.Installation;
import org.wvwbuilder.auth.account.User;
import org.wvwbuilder.auth.account.UserTable;
import org.wvwbuilder.auth.password.Passwords;
import org.wvwbuilder.auth.secret.MasterKey;
import org.wvwbuilder.auth.session.Client;
import org.wvwbuilder.auth.session.Grant;
import org.wvwbuilder.auth.session.Sessions;
import org.wvwbuilder.data.DataHost;
import org.wvwbuilder.plugin.Authenticator.InvalidCredentials;
import org.wvwbuilder.plugin.Identity;
import org.wvwbuilder.plugin.Roles;
import org.wvwbuilder.plugin.Uuid7;
import org.wvwbuilder.testing.TestClock;
import org.wvwbuilder.testing.TestDatabase;

/** What is remembered of a token that was good once is asked again each time. What it reads is tested on both engines elsewhere. */
class TokenAuthenticatorTests {
    private static final Duration LIFETIME = Duration.ofMinutes(15);
    private static final Sessions.Witness UNSEEN = (connection, user, session) -> {};

    private final TestClock clock = new TestClock(Installation.START);
    private TestDatabase database;
    private DataHost data;
    private SigningKeys keys;
    private AccessTokens tokens;
    private Sessions sessions;
    private TokenAuthenticator authenticator;

    @BeforeEach
    void open() throws Exception {
        database = TestDatabase.sqlite();
        data = Installation.data(database, clock);
        keys = new SigningKeys(data.database(), new MasterKey(new byte[32]).box(), clock);
        keys.ensure();
        tokens = new AccessTokens(keys, LIFETIME, clock);
        var lifetimes = new Sessions.Lifetimes(Duration.ofDays(30), Duration.ofDays(180));
        sessions = new Sessions(data.database(), new UserTable(data.database().engine()), lifetimes, clock);
        authenticator = new TokenAuthenticator(tokens, keys, sessions.live(), clock);
    }

    @AfterEach
    void close() {
        data.close();
        database.close();
    }

    @Test
    void aGoodTokenSaysWhoItIs() throws Exception {
        var grant = signedIn("Aria");
        var token = token(grant);
        var aria = new Identity(grant.user().id(), "Aria", Roles.of("commander"), grant.sessionId());
        assertThat(authenticator.authenticate(token)).isEqualTo(aria);
        assertThat(authenticator.authenticate(token)).isEqualTo(aria);
    }

    @Test
    void aTokenThatIsRememberedStillHasItsTime() throws Exception {
        var token = token(signedIn("Aria"));
        authenticator.authenticate(token);
        clock.advance(LIFETIME.minusMillis(1));
        authenticator.authenticate(token);
        clock.advance(Duration.ofMillis(1));
        refused(token, "not for now");
        clock.set(Installation.START.minusSeconds(30));
        authenticator.authenticate(token);
        clock.advance(Duration.ofMillis(-1));
        refused(token, "not for now");
    }

    @Test
    void aTokenThatIsRememberedIsGoodForNothingOnceItsKeyIsRevoked() throws Exception {
        var token = token(signedIn("Aria"));
        authenticator.authenticate(token);
        keys.revoke(keys.all().getFirst().kid(), (connection, kid) -> {});
        refused(token, "its key was revoked");
    }

    @Test
    void aTokenThatIsRememberedIsGoodForNothingOnceItsSessionHasEnded() throws Exception {
        var grant = signedIn("Aria");
        var token = token(grant);
        authenticator.authenticate(token);
        sessions.end(grant.user().id(), grant.sessionId(), UNSEEN);
        refused(token, "its session has ended");
    }

    @Test
    void aTokenOfAnotherAccountsSessionIsRefused() throws Exception {
        var grant = signedIn("Aria");
        var stranger = signedIn("Bor");
        refused(tokens.sign(stranger.user().id(), grant.sessionId(), "commander"), "not its session");
    }

    @Test
    void whatIsTooLongIsRefusedUnread() {
        refused("a".repeat(AccessTokens.LONGEST + 1), "longer than any token of ours");
        refused("a".repeat(AccessTokens.LONGEST), "not three parts");
    }

    private void refused(String token, String why) {
        assertThatThrownBy(() -> authenticator.authenticate(token))
                .isInstanceOf(InvalidCredentials.class)
                .hasMessage(why);
    }

    private String token(Grant grant) {
        return tokens.sign(grant.user().id(), grant.sessionId(), grant.user().role());
    }

    private Grant signedIn(String name) {
        var user = new User(
                Uuid7.next(clock),
                name + "@guild.example",
                name,
                "commander",
                Optional.empty(),
                false,
                1,
                clock.instant(),
                Optional.empty());
        return data.database().write(connection -> {
            new UserTable(data.database().engine()).insert(connection, user, Passwords.NONE);
            return sessions.begin(connection, user, new Client("test", "192.0.2.1"));
        });
    }
}
