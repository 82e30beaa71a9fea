package org.wvwbuilder.auth.factor;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.wvwbuilder.auth.session.Grant;
import org.wvwbuilder.plugin.Problem;

/** How a sign-in with the right password goes on. */
public sealed interface Entry {

    /** Somebody is in. */
    record Granted(Grant grant) implements Entry {}

    /**
     * A code is needed.
     *
     * @param challenge what to send with it, once
     */
    record Asked(String challenge, Instant expires) implements Entry {

        public Problem problem() {
            return new Problem(
                    403,
                    "second-factor-required",
                    "Your password is right. Now send a code of your authenticator app, or a recovery code, with this"
                            + " challenge.",
                    List.of(),
                    Map.of("Cache-Control", "no-store"),
                    Map.of("challenge", challenge, "expires_at", expires.toString()));
        }

        @Override
        public String toString() {
            return "Asked";
        }
    }

    /** Not let in. It is no exception yet: what was counted on the way is to be kept. */
    record Refused(Problem why) implements Entry {}
}
