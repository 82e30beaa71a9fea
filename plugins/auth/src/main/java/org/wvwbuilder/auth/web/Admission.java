package org.wvwbuilder.auth.web;

import java.util.Optional;
import org.wvwbuilder.auth.session.Grant;
import org.wvwbuilder.auth.throttle.Standing;

/**
 * Somebody who came in.
 *
 * @param device what the cookie of the known device is to hold; empty for what is no browser
 */
record Admission(Grant grant, Standing standing, Optional<String> device) {

    @Override
    public String toString() {
        return "Admission to " + grant;
    }
}
