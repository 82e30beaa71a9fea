package org.wvwbuilder.auth.pat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.wvwbuilder.auth.account.Fields;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Identity;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.Roles;
import org.wvwbuilder.plugin.Scopes;

/** What somebody wants a token for. */
@Doc("A token to make.")
public record TokenRequest(
        @Doc("What it is for, 1 to 64 characters.") String name,

        @Doc("read, write, admin; each token can read.") List<String> scopes,

        @Doc("When it is to end, at most a year from now; 90 days from now when left out.")
        Optional<Instant> expiresAt) {

    private static final Duration USUAL = Duration.ofDays(90);
    private static final Duration LEAST = Duration.ofMinutes(1);
    private static final Duration MOST = Duration.ofDays(365);
    private static final Pattern NAME = Pattern.compile("[^\\p{C}\\u2028\\u2029]{1,64}");
    private static final Set<String> KNOWN = Set.of(Scopes.READ, Scopes.WRITE, Scopes.ADMIN);

    public TokenRequest {
        scopes = scopes == null || scopes.contains(null) ? List.of() : List.copyOf(scopes);
        expiresAt = expiresAt == null ? Optional.empty() : expiresAt;
    }

    record Wish(String name, Set<String> scopes, Duration lifetime) {}

    /** @throws Problem 422 with everything that is not right */
    Wish checked(Identity me, Instant now) {
        var fields = new Fields();
        var label = fields.required("/name", Optional.ofNullable(name).map(String::strip), TokenRequest::named);
        if (scopes.isEmpty() || !KNOWN.containsAll(scopes)) {
            fields.refuse("/scopes", "one or more of read, write and admin");
        } else if (scopes.contains(Scopes.ADMIN) && !me.is(Roles.ADMIN)) {
            fields.refuse("/scopes", "read or write: admin is for administrators");
        }
        var lifetime = expiresAt.map(end -> Duration.between(now, end)).orElse(USUAL);
        if (lifetime.compareTo(LEAST) < 0 || lifetime.compareTo(MOST) > 0) {
            fields.refuse("/expires_at", "a time from a minute to a year from now");
        }
        fields.check();
        var all = new TreeSet<>(scopes);
        all.add(Scopes.READ);
        return new Wish(label.orElseThrow(), all, lifetime);
    }

    private static String named(String text) {
        if (!NAME.matcher(text).matches()) throw new IllegalArgumentException("1 to 64 characters on one line");
        return text;
    }
}
