package org.wvwbuilder.auth.pat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.zip.CRC32;

/**
 * How a token is written: {@code gw2p_}, 256 random bits in 43 letters and digits, and six more that sum up what stands
 * before. Scanners for leaked secrets know it by its beginning, and a typing error shows without asking the database.
 */
final class TokenText {
    static final String PREFIX = "gw2p_";
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());
    private static final int RANDOM_DIGITS = 43;
    private static final int SUM_DIGITS = 6;
    private static final int LENGTH = PREFIX.length() + RANDOM_DIGITS + SUM_DIGITS;
    private static final SecureRandom RANDOM = new SecureRandom();

    private TokenText() {}

    static String next() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        var text = PREFIX + digits(new BigInteger(1, bytes), RANDOM_DIGITS);
        return text + sum(text);
    }

    /** Whether it is worth asking the database. The sum is no secret, so that its comparison may take any time. */
    static boolean plausible(String text) {
        if (text.length() != LENGTH || !text.startsWith(PREFIX)) return false;
        int end = LENGTH - SUM_DIGITS;
        return text.substring(end).equals(sum(text.substring(0, end)));
    }

    private static String sum(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return digits(BigInteger.valueOf(crc.getValue()), SUM_DIGITS);
    }

    private static String digits(BigInteger number, int length) {
        var digits = new char[length];
        var rest = number;
        for (int i = length - 1; i >= 0; i--) {
            var split = rest.divideAndRemainder(BASE);
            digits[i] = DIGITS.charAt(split[1].intValue());
            rest = split[0];
        }
        return new String(digits);
    }
}
