package org.wvwbuilder.auth.account;

/** An account that is ready to be written: checked, and its password hashed. */
public record Draft(User user, String passwordHash) {

    @Override
    public String toString() {
        return "Draft of " + user.id();
    }
}
