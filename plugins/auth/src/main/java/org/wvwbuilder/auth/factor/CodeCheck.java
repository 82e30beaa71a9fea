package org.wvwbuilder.auth.factor;

import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalLong;
import org.wvwbuilder.auth.secret.SecretBox;

/**
 * Looks at codes. After five wrong ones none of the app is looked at for a minute, after ten for two, up to an hour; the
 * owner still comes in with a recovery code, which nobody guesses.
 */
final class CodeCheck {
    static final int TRIES = 5;
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final FactorTable table;
    private final SecretBox box;
    private final InstantSource clock;

    CodeCheck(FactorTable table, SecretBox box, InstantSource clock) {
        this.table = table;
        this.box = box;
        this.clock = clock;
    }

    /**
     * Judges a code and uses it up, or counts it, within the caller's transaction. The account's row is locked first: of
     * many guesses at once each sees what became of the one before.
     */
    Verdict judge(Connection connection, String userId, String typed) throws SQLException {
        var locked = table.lock(connection, userId).filter(Factor::confirmed);
        if (locked.isEmpty()) return new Verdict.Wrong();
        var factor = locked.get();
        return switch (TypedCode.of(typed)) {
            case TypedCode.Recovery recovery -> recovery(connection, factor, recovery.letters());
            case TypedCode.OfTheApp app -> app(connection, factor, app.digits());
            case TypedCode.Nonsense nonsense -> wrong(connection, factor);
        };
    }

    private Verdict recovery(Connection connection, Factor factor, String letters) throws SQLException {
        if (!table.useCode(connection, factor.userId(), letters)) return wrong(connection, factor);
        table.forgive(connection, factor.userId());
        return new Verdict.Right();
    }

    private Verdict app(Connection connection, Factor factor, String digits) throws SQLException {
        var wait = Duration.between(now(), factor.blockedUntil());
        if (wait.isPositive()) return new Verdict.TooMany(wait);
        var step = step(factor, digits);
        boolean right = step.isPresent() && table.use(connection, factor, step.getAsLong());
        return right ? new Verdict.Right() : wrong(connection, factor);
    }

    private Verdict wrong(Connection connection, Factor factor) throws SQLException {
        int failures = table.fail(connection, factor.userId());
        if (failures % TRIES == 0) {
            var wait = FIRST_WAIT.multipliedBy(1L << Math.min(failures / TRIES - 1, 6));
            var most = wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
            table.block(connection, factor.userId(), now().plus(most));
        }
        return new Verdict.Wrong();
    }

    /** The time step that a code belongs to; does not use it up. */
    OptionalLong step(Factor factor, String digits) {
        try {
            return Totp.step(box.open(factor.sealed(), name(factor.userId())), digits, clock.millis());
        } catch (GeneralSecurityException otherMasterKey) {
            throw new IllegalStateException(
                    "the second factor of the account " + factor.userId()
                            + " was sealed with another master key: put that file back, or run 'gw2 user factor-off'",
                    otherMasterKey);
        }
    }

    static String name(String userId) {
        return "totp " + userId;
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
