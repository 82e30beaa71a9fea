package org.wvwbuilder.auth.audit;

import org.wvwbuilder.auth.account.User;

/**
 * Whom or what something is done to.
 *
 * @param id of an account, a session, a key; empty when it is nothing of ours
 */
public record Subject(String id, String name) {
    public static final Subject NONE = new Subject("", "");

    public static Subject of(User user) {
        return new Subject(user.id(), user.username());
    }
}
