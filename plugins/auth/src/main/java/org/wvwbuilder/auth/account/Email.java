package org.wvwbuilder.auth.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An email address of the shape that people have. Whether it exists only a message to it could tell.
 *
 * @param text as typed, without spaces around it
 * @param key the folded spelling that makes it unique
 */
public record Email(String text, String key) {
    private static final int MOST = 254;
    private static final Pattern SHAPE = Pattern.compile(
            "[^\\s\\p{C}@<>()\\[\\],:;\\\\\"]{1,64}@[\\p{L}\\p{N}]([\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?(\\.[\\p{L}\\p{N}]([\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?)+");

    /** @throws IllegalArgumentException with what is expected, when it is none */
    public static Email of(String typed) {
        var text = Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
        if (text.length() > MOST || !SHAPE.matcher(text).matches() || text.contains("..")) {
            throw new IllegalArgumentException("an email address such as name@example.org");
        }
        return new Email(text, key(text));
    }

    /** Whether it has the shape of an address. */
    public static boolean isOne(String typed) {
        try {
            return !of(typed).text().isEmpty();
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    /** Whether somebody typed this address, in whichever spelling. */
    public boolean isSameAs(String typed) {
        return key.equals(key(typed));
    }

    static String key(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
