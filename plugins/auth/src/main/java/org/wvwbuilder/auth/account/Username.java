package org.wvwbuilder.auth.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name that others see. Latin letters only, accents included: names that look alike in two scripts would let one
 * person pass for another. Never with an @, so that it cannot be taken for an email address.
 *
 * @param key the folded spelling that makes it unique
 */
public record Username(String text, String key) {
    private static final Pattern SHAPE = Pattern.compile("[\\p{IsLatin}0-9_.-]{3,32}");

    /** @throws IllegalArgumentException with what is expected, when it is none */
    public static Username of(String typed) {
        var text = Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC);
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("3 to 32 letters, digits, dots, dashes or underscores");
        }
        return new Username(text, key(text));
    }

    static String key(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
