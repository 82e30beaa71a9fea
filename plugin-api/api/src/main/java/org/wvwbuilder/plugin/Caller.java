package org.wvwbuilder.plugin;

import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Who sends a request, for resource methods: {@code @Context Caller caller}.
 *
 * {@snippet lang=java :
 * @Path("greeting")
 * public final class Greeting {
 *     @GET
 *     @RolesAllowed(Roles.MEMBER)
 *     public Map<String, String> greet(@Context Caller caller) {
 *         return Map.of("hello", caller.user().name());
 *     }
 * }
 * }
 *
 * @param identity who is signed in, if anybody
 * @param address the client's address; behind a trusted proxy the one that the proxy names
 * @param agent the User-Agent header, cut at 256 characters, or empty
 * @param secure true when the client reached the server, or its trusted proxy, over TLS
 * @param origin scheme, host and port that the client asked for: {@code https://builds.example.org}
 * @param requestId the id that stands in the log and in the answer's X-Request-Id header
 * @param proxied true when a proxy that the operator trusts ({@code http.trusted-proxies}) passed the request on
 */
@API(status = API.Status.STABLE, since = "1.0")
public record Caller(
        Optional<Identity> identity,
        String address,
        String agent,
        boolean secure,
        String origin,
        String requestId,
        boolean proxied) {

    /** Somebody who came without a proxy. */
    public Caller(
            Optional<Identity> identity,
            String address,
            String agent,
            boolean secure,
            String origin,
            String requestId) {
        this(identity, address, agent, secure, origin, requestId, false);
    }

    /**
     * Who is signed in. Safe in methods with {@code @RolesAllowed}.
     *
     * @throws Problem 401 when nobody is
     */
    public Identity user() {
        return identity.orElseThrow(() -> new Problem(401, "sign-in-needed", "Sign in first."));
    }
}
