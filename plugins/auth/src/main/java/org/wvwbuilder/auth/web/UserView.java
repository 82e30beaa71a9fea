package org.wvwbuilder.auth.web;

import java.time.Instant;
import java.util.Optional;
import org.wvwbuilder.auth.account.User;
import org.wvwbuilder.plugin.Doc;

/** An account, as its owner and administrators see it. */
@Doc("An account.")
public record UserView(
        String id,
        String email,
        String username,

        @Doc("admin, commander or member; each contains the ones behind it.")
        String role,

        @Doc("en, fr, or null for the browser's.") Optional<String> language,
        @Doc("Whether the account is shut out.") boolean disabled,
        Instant createdAt,

        @Doc("When somebody last signed in with its password; null for never.")
        Optional<Instant> lastSignInAt) {

    static UserView of(User user) {
        return new UserView(
                user.id(),
                user.email(),
                user.username(),
                user.role(),
                user.language(),
                user.disabled(),
                user.createdAt(),
                user.signedInAt());
    }
}
