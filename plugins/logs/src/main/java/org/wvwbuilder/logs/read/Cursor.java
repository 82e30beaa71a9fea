package org.wvwbuilder.logs.read;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A place in a log that outlives its rotation.
 *
 * @param key the file
 * @param offset the byte that the next page ends before
 * @param micros the time of the last entry shown, for a file that was packed meanwhile and so became another; 0: unknown
 */
public record Cursor(String key, long offset, long micros) {
    private static final Pattern FORM = Pattern.compile("([0-9a-zA-Z=,]{0,80});(\\d{1,18});(\\d{1,18})");

    public String text() {
        var plain = key + ";" + offset + ";" + micros;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    }

    /** Empty for what was never one. */
    public static Optional<Cursor> read(String text) {
        try {
            var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
            var parts = FORM.matcher(plain);
            if (!parts.matches()) return Optional.empty();
            return Optional.of(
                    new Cursor(parts.group(1), Long.parseLong(parts.group(2)), Long.parseLong(parts.group(3))));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
