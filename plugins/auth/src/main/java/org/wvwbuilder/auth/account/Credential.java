package org.wvwbuilder.auth.account;

/** An account and the hash of its password. */
public record Credential(User user, String passwordHash) {

    @Override
    public String toString() {
        return "Credential of " + user.id();
    }
}
