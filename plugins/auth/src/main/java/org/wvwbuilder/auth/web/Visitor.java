package org.wvwbuilder.auth.web;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import org.wvwbuilder.auth.audit.Actor;
import org.wvwbuilder.auth.session.Client;
import org.wvwbuilder.plugin.Caller;

/**
 * Somebody who wants to come in.
 *
 * @param device what the cookie of a known device holds, if there is one
 * @param browser whether it keeps its session in a cookie, and so may be remembered as a device
 */
record Visitor(Client client, Optional<String> device, boolean browser) {

    static Visitor of(Caller caller, HttpHeaders headers, boolean browser) {
        return new Visitor(AuthResource.client(caller), DeviceCookie.read(caller, headers), browser);
    }

    /** Nobody yet. */
    Actor actor() {
        return new Actor("", "", client);
    }
}
