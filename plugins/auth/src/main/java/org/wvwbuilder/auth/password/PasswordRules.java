package org.wvwbuilder.auth.password;

import java.util.Optional;

/** Which new passwords are good enough: long, not common, not the account's own names. No rules of composition. */
public final class PasswordRules {
    private final int least;

    /** Read when the first password is judged: most commands never ask. */
    private static final class Known {
        static final CommonPasswords COMMON = new CommonPasswords();
    }

    public PasswordRules(int least) {
        this.least = least;
    }

    /** What is wrong with a new password of this account, if anything, as a sentence that says what to do. */
    public Optional<String> objection(String password, String username, String email) {
        Passwords.requireSane(password);
        if (password.codePointCount(0, password.length()) < least) {
            return Optional.of("at least " + least + " characters: a few words that only you would put together");
        }
        if (password.equalsIgnoreCase(username)
                || password.equalsIgnoreCase(email)
                || password.equalsIgnoreCase(email.replaceFirst("@.*", ""))) {
            return Optional.of("something else than the account's own names");
        }
        if (Known.COMMON.contains(password)) {
            return Optional.of("one that is not on the lists of common passwords: attackers try those first");
        }
        return Optional.empty();
    }
}
