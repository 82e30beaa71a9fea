package org.wvwbuilder.auth.roster;

import java.util.Optional;
import org.wvwbuilder.auth.account.Email;
import org.wvwbuilder.auth.account.Fields;
import org.wvwbuilder.auth.account.User;
import org.wvwbuilder.auth.account.Username;

/** What is to become of an account; what is empty stays. An empty language means that the browser's is used. */
public record UserChange(
        Optional<String> email,
        Optional<String> username,
        Optional<String> language,
        Optional<String> role,
        Optional<Boolean> disabled) {

    public static UserChange role(String role) {
        return new UserChange(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(role), Optional.empty());
    }

    public static UserChange disabled(boolean disabled) {
        return new UserChange(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(disabled));
    }

    /** The account as it would be afterwards. What is wrong is told to the fields, which the caller checks. */
    User applied(User user, Fields fields) {
        var newEmail = fields.given("/email", email, typed -> Email.of(typed).text());
        var newUsername =
                fields.given("/username", username, typed -> Username.of(typed).text());
        var newLanguage = fields.given("/language", language, UserChange::language);
        var newRole = fields.given("/role", role, Roster::role);
        return new User(
                user.id(),
                newEmail.orElse(user.email()),
                newUsername.orElse(user.username()),
                newRole.orElse(user.role()),
                newLanguage.isEmpty() ? user.language() : newLanguage.filter(text -> !text.isEmpty()),
                disabled.orElse(user.disabled()),
                user.version() + 1,
                user.createdAt(),
                user.signedInAt());
    }

    private static String language(String typed) {
        return switch (typed) {
            case "", "en", "fr" -> typed;
            default -> throw new IllegalArgumentException("en, fr, or empty for the browser's");
        };
    }
}
