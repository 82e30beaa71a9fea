package org.wvwbuilder.auth.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wvwbuilder.auth.Installation;
import org.wvwbuilder.auth.secret.MasterKey;
import org.wvwbuilder.data.DataHost;
import org.wvwbuilder.plugin.Authenticator.InvalidCredentials;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestClock;
import org.wvwbuilder.testing.TestDatabase;

/** Which key signs when, and how long the others are trusted, on a clock to steer. */
class SigningKeysTests {
    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final Duration AFTERLIFE = Duration.ofMinutes(20);

    private final TestClock clock = new TestClock(Installation.START);
    private final List<String> seen = new ArrayList<>();
    private final SigningKeys.Witness witness = (connection, kid) -> seen.add(kid);

    private SigningKeys keys(DataHost data) {
        return new SigningKeys(data.database(), new MasterKey(new byte[32]).box(), clock);
    }

    private String signer(SigningKeys keys) {
        return keys.current().signer(clock.millis()).kid();
    }

    private static List<String> states(SigningKeys keys) {
        return keys.all().stream().map(KeyRow::state).toList();
    }

    @OnBothEngines
    void theFirstKeyIsMadeOnceAndSignsAtOnce(TestDatabase database) throws Exception {
        try (var data = Installation.data(database, clock)) {
            var keys = keys(data);
            assertThat(keys.all()).isEmpty();
            assertThatIllegalStateException()
                    .isThrownBy(() -> signer(keys))
                    .withMessageContaining("put the master key file back");
            keys.ensure();
            keys.ensure();
            assertThat(keys.all())
                    .containsExactly(new KeyRow(
                            signer(keys), "signing", Installation.START, Optional.empty(), Optional.empty()));
            assertThat(keys.current().signer(clock.millis()).toString()).isEqualTo("SigningKey " + signer(keys));
        }
    }

    @OnBothEngines
    void aNewKeySignsWhenEveryNodeHasSeenIt(TestDatabase database) throws Exception {
        try (var data = Installation.data(database, clock)) {
            var keys = keys(data);
            keys.ensure();
            clock.advance(Duration.ofHours(1));
            var old = signer(keys);
            var made = keys.rotate(witness);
            assertThat(seen).containsExactly(made);
            assertThat(keys.current().trusts(made)).as("here at once").isTrue();
            assertThat(states(keys)).containsExactly("new", "signing");
            clock.advance(SigningKeys.SPREAD.minus(MOMENT));
            assertThat(signer(keys)).isEqualTo(old);
            clock.advance(MOMENT);
            assertThat(signer(keys)).isEqualTo(made);
            assertThat(states(keys)).containsExactly("signing", "retired");
            assertThat(keys.all().getLast().retiredAt()).contains(clock.instant());
            clock.advance(AFTERLIFE.minus(MOMENT));
            assertThat(keys.current().trusts(old)).isTrue();
            clock.advance(MOMENT.plusSeconds(2));
            assertThat(keys.current().trusts(old)).isFalse();
            assertThat(keys.current().find(old)).isEmpty();
            assertThat(keys.current().find(made)).isPresent();
        }
    }

    @OnBothEngines
    void aRevokedKeyIsTrustedNoMoreAndTheLastOneIsReplaced(TestDatabase database) throws Exception {
        try (var data = Installation.data(database, clock)) {
            var keys = keys(data);
            keys.ensure();
            var old = signer(keys);
            assertThat(keys.revoke("unknown", witness)).isFalse();
            assertThat(signer(keys)).isEqualTo(old);
            assertThat(keys.revoke(old, witness)).isTrue();
            assertThat(keys.revoke(old, witness)).isFalse();
            assertThat(seen).containsExactly(old);
            assertThat(keys.current().trusts(old)).isFalse();
            assertThat(signer(keys)).isNotEqualTo(old);
            assertThat(keys.all())
                    .filteredOn(row -> row.kid().equals(old))
                    .allSatisfy(row -> {
                        assertThat(row.state()).isEqualTo("revoked");
                        assertThat(row.revokedAt()).contains(Installation.START);
                    })
                    .hasSize(1);
        }
    }

    @OnBothEngines
    void oneOfTwoKeysIsRevokedWithoutANewOne(TestDatabase database) throws Exception {
        try (var data = Installation.data(database, clock)) {
            var keys = keys(data);
            keys.ensure();
            var old = signer(keys);
            clock.advance(MOMENT);
            var made = keys.rotate(witness);
            clock.advance(SigningKeys.SPREAD);
            keys.revoke(old, witness);
            assertThat(keys.all()).hasSize(2);
            assertThat(signer(keys)).isEqualTo(made);
        }
    }

    @OnBothEngines
    void theOneThatSignsIsReplacedThoughAnOlderOneStillVerifies(TestDatabase database) throws Exception {
        try (var data = Installation.data(database, clock)) {
            var keys = keys(data);
            keys.ensure();
            var old = signer(keys);
            clock.advance(MOMENT);
            var stolen = keys.rotate(witness);
            clock.advance(SigningKeys.SPREAD);
            keys.revoke(stolen, witness);
            assertThat(states(keys)).containsExactly("signing", "revoked", "retired");
            assertThat(signer(keys)).isNotIn(old, stolen);
            assertThat(keys.current().trusts(old)).isTrue();
        }
    }

    @OnBothEngines
    void aNewKeyThatIsRevokedAtOnceIsReplacedBeforeTheOldOneRetires(TestDatabase database) throws Exception {
        try (var data = Installation.data(database, clock)) {
            var keys = keys(data);
            keys.ensure();
            clock.advance(MOMENT);
            var stolen = keys.rotate(witness);
            clock.advance(MOMENT);
            keys.revoke(stolen, witness);
            assertThat(states(keys)).containsExactly("new", "revoked", "signing");
            clock.advance(SigningKeys.SPREAD);
            assertThat(states(keys)).containsExactly("signing", "revoked", "retired");
        }
    }

    @OnBothEngines
    void ofTwoNewKeysNeitherSignsBeforeEveryNodeHasSeenIt(TestDatabase database) throws Exception {
        try (var data = Installation.data(database, clock)) {
            var keys = keys(data);
            keys.ensure();
            clock.advance(SigningKeys.SPREAD);
            keys.rotate(witness);
            clock.advance(MOMENT);
            var last = keys.rotate(witness);
            assertThat(states(keys)).containsExactly("new", "new", "signing");
            clock.advance(SigningKeys.SPREAD);
            assertThat(states(keys)).containsExactly("signing", "retired", "retired");
            assertThat(signer(keys)).isEqualTo(last);
        }
    }

    @OnBothEngines
    void whatAnotherMasterKeySealedVerifiesAndDoesNotSign(TestDatabase database) throws Exception {
        try (var data = Installation.data(database, clock)) {
            var keys = keys(data);
            keys.ensure();
            var token = tokens(keys).sign("user", "session", "member");
            var other = new byte[32];
            other[0] = 1;
            var strange = new SigningKeys(data.database(), new MasterKey(other).box(), clock);
            assertThat(tokens(strange).verify(token).userId()).isEqualTo("user");
            assertThatIllegalStateException()
                    .isThrownBy(() -> tokens(strange).sign("user", "session", "member"))
                    .withMessageContaining("put the master key file back");
            assertThat(states(strange)).containsExactly("new");
        }
    }

    @OnBothEngines
    void aTokenIsGoodUntilItsLastMomentAndOnlyWithinTheLeewayBefore(TestDatabase database) throws Exception {
        try (var data = Installation.data(database, clock)) {
            var keys = keys(data);
            keys.ensure();
            var tokens = tokens(keys);
            assertThat(tokens.lifetime()).isEqualTo(Duration.ofMinutes(15));
            tokens.rehearse();
            var token = tokens.sign("user", "session", "member");
            var verified = tokens.verify(token);
            assertThat(verified)
                    .isEqualTo(new AccessTokens.Verified(
                            "user",
                            "session",
                            signer(keys),
                            Installation.START.minusSeconds(30).toEpochMilli(),
                            Installation.START.plus(tokens.lifetime()).toEpochMilli()));
            clock.set(Installation.START.plus(tokens.lifetime()).minusSeconds(1));
            assertThat(tokens.verify(token)).isEqualTo(verified);
            clock.set(Installation.START.plus(tokens.lifetime()));
            assertThatThrownBy(() -> tokens.verify(token)).isInstanceOf(InvalidCredentials.class);
            clock.set(Installation.START.minusSeconds(31));
            assertThatThrownBy(() -> tokens.verify(token)).isInstanceOf(InvalidCredentials.class);
        }
    }

    @OnBothEngines
    void thePublicKeysSayNothingOfThePrivateOnes(TestDatabase database) throws Exception {
        try (var data = Installation.data(database, clock)) {
            var keys = keys(data);
            keys.ensure();
            assertThat(tokens(keys).publicKeys())
                    .hasSize(1)
                    .first()
                    .satisfies(key -> assertThat(key)
                            .containsAllEntriesOf(Map.of(
                                    "kid", signer(keys), "use", "sig", "alg", "ES256", "kty", "EC", "crv", "P-256"))
                            .containsOnlyKeys("kid", "use", "alg", "kty", "crv", "x", "y"));
        }
    }

    private AccessTokens tokens(SigningKeys keys) {
        return new AccessTokens(keys, Duration.ofMinutes(15), clock);
    }
}
