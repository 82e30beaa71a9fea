package org.wvwbuilder.squads.web;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.wvwbuilder.plugin.Problem;

/** Versions as ETags, so that nobody writes over what they have not seen. */
public final class Versions {

    private Versions() {}

    public static EntityTag tag(long version) {
        return new EntityTag("v" + version);
    }

    /** The same as it stands in a header. */
    public static String text(long version) {
        return "\"v" + version + "\"";
    }

    /** Whether a request may go on: it names this state by If-Match, or none. */
    public static boolean match(Request http, long version) {
        return http.evaluatePreconditions(tag(version)) == null;
    }

    /** @throws Problem 412 when the request names another state by If-Match */
    public static void unchanged(Request http, long version, String what) {
        if (!match(http, version)) throw Problem.stale(what);
    }

    /** An answer with its version. */
    public static Response answer(Object body, long version) {
        return Response.ok(body).tag(tag(version)).build();
    }
}
