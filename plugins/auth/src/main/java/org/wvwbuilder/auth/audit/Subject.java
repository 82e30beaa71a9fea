package org.wvwbuilder.auth.audit;

import org.wvwbuilder.auth.account.User;

/**
 * Whom or what something is done to.
 *
 * @param id of an account, a session, a key; empty when it is nothing of ours
 */
public record Subject(String id, String name) {
    public static final Subject NONE = new Subject("", "");

    /** Somebody who does it to their own account. */
    public static Subject of(Actor owner) {
        return new Subject(owner.id(), owner.name());
    }

    public static Subject of(User user) {
        return new Subject(user.id(), user.username());
    }
}
