package org.wvwbuilder.auth.factor;

import java.util.Locale;
import java.util.regex.Pattern;

/** A code as somebody typed it, told apart by its shape. */
sealed interface TypedCode {
    Pattern DIGITS = Pattern.compile("[0-9]{" + Totp.DIGITS + "}");
    Pattern LETTERS = Pattern.compile("[" + Base32.DIGITS + "]{" + RecoveryCodes.LENGTH + "}");
    int LONGEST = 100;

    /** Six digits of an authenticator app. */
    record OfTheApp(String digits) implements TypedCode {}

    /** One of the codes on paper. */
    record Recovery(String letters) implements TypedCode {}

    record Nonsense() implements TypedCode {}

    /** Spaces and dashes are for the eye, and so is the case. */
    static TypedCode of(String typed) {
        if (typed.length() > LONGEST) return new Nonsense();
        var text = typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        if (DIGITS.matcher(text).matches()) return new OfTheApp(text);
        if (LETTERS.matcher(text).matches()) return new Recovery(text);
        return new Nonsense();
    }
}
