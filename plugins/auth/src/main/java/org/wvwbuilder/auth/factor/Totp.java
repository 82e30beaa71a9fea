package org.wvwbuilder.auth.factor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes that change with the time: RFC 6238 with SHA-1, 30 seconds and six digits, which is what every authenticator app
 * can do. A clock may be one step behind or ahead.
 */
final class Totp {
    static final int DIGITS = 6;
    static final long STEP_MILLIS = 30_000;
    private static final int MODULUS = 1_000_000;
    private static final int SECRET_BYTES = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Totp() {}

    static byte[] newSecret() {
        var secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return secret;
    }

    static String code(byte[] secret, long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            var digest =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = digest[digest.length - 1] & 0xf;
            int number = ByteBuffer.wrap(digest).getInt(offset) & Integer.MAX_VALUE;
            return "%06d".formatted(number % MODULUS);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java runtime has HmacSHA1", missing);
        }
    }

    /** The time step that a code belongs to, if to any near now. Takes the same time whichever it is. */
    static OptionalLong step(byte[] secret, String code, long nowMillis) {
        long now = nowMillis / STEP_MILLIS;
        long found = -1;
        for (long step = now - 1; step <= now + 1; step++) {
            if (same(code(secret, step), code)) found = step;
        }
        return found < 0 ? OptionalLong.empty() : OptionalLong.of(found);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
