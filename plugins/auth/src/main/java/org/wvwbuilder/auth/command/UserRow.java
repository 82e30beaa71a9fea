package org.wvwbuilder.auth.command;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.wvwbuilder.auth.account.User;

/** An account as the command prints it. */
public record UserRow(
        String id,
        String email,
        String username,
        String role,
        boolean disabled,
        Instant createdAt,
        Optional<Instant> lastSignInAt) {

    static UserRow of(User user) {
        return new UserRow(
                user.id(),
                user.email(),
                user.username(),
                user.role(),
                user.disabled(),
                user.createdAt(),
                user.signedInAt());
    }

    static final String LINE = "%-24s %-32s %-10s %-9s %s";

    static String heading() {
        return LINE.formatted("USERNAME", "EMAIL", "ROLE", "STATE", "LAST SIGN-IN");
    }

    String line() {
        return LINE.formatted(username, email, role, state(), lastSignIn());
    }

    String text() {
        return """
                username      %s
                email         %s
                role          %s
                state         %s
                created       %s
                last sign-in  %s
                id            %s""".formatted(username, email, role, state(), seconds(createdAt), lastSignIn(), id);
    }

    private String state() {
        return disabled ? "disabled" : "active";
    }

    private String lastSignIn() {
        return lastSignInAt.map(UserRow::seconds).orElse("never");
    }

    private static String seconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
