package org.wvwbuilder.auth.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import org.wvwbuilder.auth.Installation;
import org.wvwbuilder.auth.secret.MasterKey;
import org.wvwbuilder.plugin.Authenticator.InvalidCredentials;
import org.wvwbuilder.testing.TestClock;
import org.wvwbuilder.testing.TestDatabase;

/**
 * Whatever somebody shows as an access token is refused, unless this server signed it; and what it signed is refused, unless
 * it says what {@link AccessTokens#sign} says. The first byte chooses: a whole token, or a header and claims, with a line break
 * between them, that are signed with the server's own key.
 */
public final class TokenFuzzTarget {
    private static final TestClock CLOCK = new TestClock(Installation.START);
    private static final SigningKeys KEYS = keys();
    private static final AccessTokens TOKENS = new AccessTokens(KEYS, Duration.ofMinutes(15), CLOCK);

    private TokenFuzzTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        takes(input);
    }

    /** @return whether it was no refusal */
    static boolean takes(byte[] input) {
        if (input.length == 0) return false;
        var rest = Arrays.copyOfRange(input, 1, input.length);
        return (input[0] & 1) == 0
                ? strange(new String(rest, StandardCharsets.UTF_8))
                : signed(new String(rest, StandardCharsets.ISO_8859_1));
    }

    private static boolean strange(String token) {
        try {
            throw new AssertionError("not signed, and taken for " + TOKENS.verify(token));
        } catch (InvalidCredentials refused) {
            return false;
        }
    }

    /** {@code KID} stands for the key's name. */
    private static boolean signed(String text) {
        var parts = text.split("\n", 2);
        if (parts.length < 2) return false;
        try {
            var key = KEYS.current().signer(CLOCK.millis());
            var body = base64(bytes(parts[0].replace("KID", key.kid()))) + "." + base64(bytes(parts[1]));
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(key.privateKey().orElseThrow());
            signature.update(bytes(body));
            var verified = TOKENS.verify(body + "." + base64(signature.sign()));
            require(verified.kid().equals(key.kid()), "another key");
            require(verified.notBefore() <= CLOCK.millis(), "not yet good");
            require(verified.expires() > CLOCK.millis(), "no longer good");
            require(parts[1].contains("wvw-builder/api"), "for somebody else");
            return true;
        } catch (InvalidCredentials refused) {
            require(!refused.getMessage().isBlank(), "refused without a word");
            return false;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static SigningKeys keys() {
        try (var database = TestDatabase.sqlite();
                var data = Installation.data(database, CLOCK)) {
            var keys = new SigningKeys(data.database(), new MasterKey(new byte[32]).box(), CLOCK);
            keys.ensure();
            keys.current();
            return keys;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) throw new AssertionError(otherwise);
    }
}
