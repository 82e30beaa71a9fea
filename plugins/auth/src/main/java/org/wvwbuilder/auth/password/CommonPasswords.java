package org.wvwbuilder.auth.password;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The passwords that an attacker tries first: {@code common-passwords.txt}, one a line, lower-case. */
final class CommonPasswords {
    private final Set<String> known = new HashSet<>();

    CommonPasswords() {
        try (var stream = CommonPasswords.class.getResourceAsStream("common-passwords.txt");
                var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(known::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Also when it only differs in case, in spaces and dashes, or in digits and signs put behind. */
    boolean contains(String password) {
        var folded = password.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
        return known.contains(folded) || known.contains(folded.replaceFirst("[^\\p{L}]+$", ""));
    }

    int size() {
        return known.size();
    }
}
