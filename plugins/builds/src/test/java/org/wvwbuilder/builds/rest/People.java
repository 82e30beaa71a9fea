package org.wvwbuilder.builds.rest;

import java.util.Optional;
import java.util.Set;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Identity;

/** Who sends the requests of the tests. */
final class People {
    static final Identity ANNA = new Identity("anna", "Anna", Set.of("member"), "s1");
    static final Identity BOB = new Identity("bob", "Bob", Set.of("member"), "s2");
    static final Caller NOBODY = caller(Optional.empty());

    private People() {}

    static Caller as(Identity identity) {
        return caller(Optional.of(identity));
    }

    private static Caller caller(Optional<Identity> identity) {
        return new Caller(identity, "127.0.0.1", "test", false, "http://localhost", "request");
    }
}
