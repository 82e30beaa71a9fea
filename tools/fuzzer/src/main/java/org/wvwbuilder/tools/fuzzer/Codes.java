package org.wvwbuilder.tools.fuzzer;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What an authenticator app shows: RFC 6238 with SHA-1, 30 seconds, six digits. */
final class Codes {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Codes() {}

    /** @param secret in base32 */
    static String now(String secret) {
        return at(bytes(secret), System.currentTimeMillis() / 30_000);
    }

    static String at(byte[] secret, long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            var digest =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int number = ByteBuffer.wrap(digest).getInt(digest[digest.length - 1] & 0xf) & Integer.MAX_VALUE;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java runtime has HmacSHA1", missing);
        }
    }

    private static byte[] bytes(String base32) {
        var bytes = new ByteArrayOutputStream();
        int gathered = 0;
        int bits = 0;
        for (int i = 0; i < base32.length(); i++) {
            char letter = base32.charAt(i);
            if (LETTERS.indexOf(letter) < 0) continue;
            gathered = gathered << BITS | LETTERS.indexOf(letter);
            bits += BITS;
            if (bits < Byte.SIZE) continue;
            bits -= Byte.SIZE;
            bytes.write(gathered >> bits);
        }
        return bytes.toByteArray();
    }
}
