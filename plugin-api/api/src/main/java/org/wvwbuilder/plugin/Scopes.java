package org.wvwbuilder.plugin;

import java.util.Set;
import org.apiguardian.api.API;

/**
 * How far a credential reaches, whatever the roles of its owner. Somebody who signed in reaches everything that their
 * roles allow; a token that they made for a script only what they gave it.
 *
 * {@snippet lang=java :
 * if (!caller.user().reaches(Scopes.PERSON)) {
 *     throw new Problem(403, "scope", "A token for scripts cannot do this: sign in.");
 * }
 * }
 */
@API(status = API.Status.STABLE, since = "1.0")
public final class Scopes {
    /** To read. Every credential has it. */
    public static final String READ = "read";
    /** To change things: every method but GET. */
    public static final String WRITE = "write";
    /** To use the role of an administrator, where the owner has it. */
    public static final String ADMIN = "admin";
    /** To act as the person: change passwords, end sessions, make tokens. No token for a script ever has it. */
    public static final String PERSON = "person";

    /** What somebody has who signed in. */
    public static final Set<String> ALL = Set.of(READ, WRITE, ADMIN, PERSON);

    private Scopes() {}
}
