package org.wvwbuilder.auth.factor;

import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;

/** Codes to print and keep, for the day on which the phone is lost: 120 random bits, each good once. */
final class RecoveryCodes {
    static final int COUNT = 10;
    static final int LENGTH = 24;
    private static final int BYTES = 15;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RecoveryCodes() {}

    /** A new set, as {@link TypedCode.Recovery} has them. */
    static List<String> next() {
        return Stream.generate(RecoveryCodes::one).limit(COUNT).toList();
    }

    /** In groups of four, for people to copy. */
    static String spaced(String code) {
        return String.join("-", code.split("(?<=\\G.{" + GROUP + "})"));
    }

    private static String one() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base32.encode(bytes);
    }
}
