package org.wvwbuilder.auth.web;

import jakarta.annotation.Nullable;
import java.util.Optional;
import org.wvwbuilder.auth.account.Registrar.Application;
import org.wvwbuilder.auth.roster.UserChange;
import org.wvwbuilder.plugin.Doc;

/** The bodies that the resources take. What may be left out is Optional; what is missing is said by its pointer. */
public final class Requests {

    private Requests() {}

    private static <T> Optional<T> present(Optional<T> value) {
        return value == null ? Optional.empty() : value;
    }

    private static Optional<String> present(String value) {
        return Optional.ofNullable(value);
    }

    @Doc("A new account.")
    public record Register(
            String email,

            @Doc("3 to 32 letters, digits, dots, dashes or underscores.")
            String username,

            @Doc("12 to 256 characters.") String password,

            @Doc("cookie: the refresh token goes into a cookie that scripts cannot read.")
            Optional<String> session,

            @Doc("The code of an invitation.") Optional<String> invite) {

        public Register {
            session = present(session);
            invite = present(invite);
        }

        Application application() {
            return new Application(present(email), present(username), present(password));
        }

        @Override
        public String toString() {
            return "Register";
        }
    }

    @Doc("The first administrator.")
    public record Setup(
            @Doc("The setup token that the server printed when it started.")
            String token,

            String email,

            @Doc("3 to 32 letters, digits, dots, dashes or underscores.")
            String username,

            @Doc("12 to 256 characters.") String password,

            @Doc("cookie: the refresh token goes into a cookie that scripts cannot read.")
            Optional<String> session) {

        public Setup {
            session = present(session);
        }

        Application application() {
            return new Application(present(email), present(username), present(password));
        }

        @Override
        public String toString() {
            return "Setup";
        }
    }

    @Doc("An invitation.")
    public record Invitation(
            @Doc("admin, commander or member; member when left out.")
            Optional<String> role,

            @Doc("The only address that may use it; left out for any.")
            Optional<String> email,

            @Doc("For administrators to recognise it by; at most 200 characters.")
            Optional<String> note,

            @Doc("1 to 90; 7 when left out.") Optional<Integer> expiresInDays) {

        public Invitation {
            role = present(role);
            email = present(email);
            note = present(note);
            expiresInDays = present(expiresInDays);
        }
    }

    @Doc("Who wants to sign in.")
    public record Login(
            @Doc("Email or username.") String username,
            String password,

            @Doc("cookie: the refresh token goes into a cookie that scripts cannot read.")
            Optional<String> session,

            @Doc("A code of the second factor, to sign in at one go.")
            Optional<String> code) {

        public Login {
            session = present(session);
            code = present(code);
        }

        @Override
        public String toString() {
            return "Login";
        }
    }

    @Doc("The refresh token, unless it is in the cookie.")
    @Nullable
    public record Refresh(Optional<String> refreshToken) {
        static final Refresh NOTHING = new Refresh(Optional.empty());

        public Refresh {
            refreshToken = present(refreshToken);
        }

        @Override
        public String toString() {
            return "Refresh";
        }
    }

    @Doc("What to change about oneself; what is left out stays.")
    public record MyChange(
            Optional<String> email,
            Optional<String> username,
            @Doc("en, fr, or empty for the browser's.") Optional<String> language,
            @Doc("Needed to change the email.") Optional<String> currentPassword) {

        public MyChange {
            email = present(email);
            currentPassword = present(currentPassword);
        }

        UserChange change() {
            return new UserChange(email, present(username), present(language), Optional.empty(), Optional.empty());
        }

        @Override
        public String toString() {
            return "MyChange";
        }
    }

    @Doc("A proof that it is oneself.")
    @Nullable
    public record Confirmation(String currentPassword) {

        @Override
        public String toString() {
            return "Confirmation";
        }
    }

    @Doc("A new password.")
    public record PasswordChange(
            @Doc("Left out for the first password of an account that a provider's sign-in made.")
            Optional<String> currentPassword,

            @Doc("12 to 256 characters.") String newPassword) {

        public PasswordChange {
            currentPassword = present(currentPassword);
        }

        @Override
        public String toString() {
            return "PasswordChange";
        }
    }

    @Doc("A new password in place of one that was lost.")
    public record LostPassword(
            @Doc("The code of the link that an administrator made.")
            String code,

            @Doc("12 to 256 characters.") String newPassword) {

        @Override
        public String toString() {
            return "LostPassword";
        }
    }

    @Doc("An account that an administrator makes for somebody.")
    public record NewUser(
            String email,

            @Doc("3 to 32 letters, digits, dots, dashes or underscores.")
            String username,

            @Doc("12 to 256 characters.") String password,

            @Doc("admin, commander or member; member when left out.")
            Optional<String> role) {

        public NewUser {
            role = present(role);
        }

        Application application() {
            return new Application(present(email), present(username), present(password));
        }

        @Override
        public String toString() {
            return "NewUser";
        }
    }

    @Doc("What to change about an account; what is left out stays.")
    public record AnyChange(
            Optional<String> email,
            Optional<String> username,
            @Doc("en, fr, or empty for the browser's.") Optional<String> language,
            @Doc("admin, commander or member.") Optional<String> role,
            Optional<Boolean> disabled) {

        UserChange change() {
            return new UserChange(
                    present(email), present(username), present(language), present(role), present(disabled));
        }
    }
}
