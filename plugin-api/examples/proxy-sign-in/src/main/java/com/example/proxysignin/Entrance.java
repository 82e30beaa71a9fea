package com.example.proxysignin;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.System.Logger.Level;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.PluginContext;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.RateLimits;
import org.wvwbuilder.plugin.SignIns;

/**
 * Exchanges the name in a header for a session, once the proxy has proved that the header is its own: by a secret that only it
 * and this plugin know, and by an address that the operator trusts. No other request looks at these headers.
 */
@Path("proxy-sign-in")
public final class Entrance {
    static final String PROOF = "X-Proxy-Secret";
    static final String OFF = "Nobody can sign in by the proxy: set auth.sign-in-by-plugins = true and restart the server.";
    /** Of one address, right ones as well: a guess that is beyond it must learn nothing. A guild may sit behind one. */
    private static final RateLimits.Limit TRIES = new RateLimits.Limit("proxy-sign-in", 300, Duration.ofMinutes(15));
    /** A username that headers carry safely: accents are read differently by different proxies. */
    private static final String USERNAME = "[A-Za-z0-9_.-]{3,32}";

    private final PluginContext context;
    private final byte[] secret;
    private final String userHeader;

    Entrance(PluginContext context) {
        this.context = context;
        var config = context.config(ProxySignIn.Config.class);
        this.secret = config.secret().getBytes(UTF_8);
        this.userHeader = config.userHeader();
    }

    @GET
    @PermitAll
    @Doc(
            value = "Signs in whom the proxy names, and sends the browser to the console.",
            status = 303,
            problems = {403, 429, 503})
    public Response enter(@Context Caller caller, @Context HttpHeaders headers) {
        var signIns = offered(SignIns.class);
        offered(RateLimits.class).take(TRIES, caller);
        if (!caller.proxied()) throw forged("no proxy of http.trusted-proxies passed it on", caller);
        var proof = one(headers, PROOF).orElseThrow(() -> forged("not one header " + PROOF, caller));
        if (!MessageDigest.isEqual(proof.getBytes(UTF_8), secret)) throw forged("a wrong " + PROOF, caller);
        // A picture on a foreign page is not somebody who wants to sign in. Old browsers do not say.
        if (!one(headers, "Sec-Fetch-Dest").orElse("document").equals("document")) {
            throw refused("no-visit", "Open this address by itself.", "it was no visit of a page", caller);
        }
        var username = one(headers, userHeader).filter(name -> name.matches(USERNAME));
        return signIns.open(username.orElseThrow(() -> nobody(caller)), caller);
    }

    private <T> T offered(Class<T> contract) {
        return context.find(contract).orElseThrow(() -> new Problem(503, "proxy-sign-in-off", OFF));
    }

    /** Its value; nothing where it is missing or there are two, of which one may be the client's own. */
    private static Optional<String> one(HttpHeaders headers, String name) {
        var all = headers.getRequestHeader(name);
        return all == null || all.size() != 1 ? Optional.empty() : Optional.of(all.getFirst());
    }

    private Problem forged(String why, Caller caller) {
        return refused("proxy-unproven", "Only the proxy in front of this server signs people in here.", why, caller);
    }

    private Problem nobody(Caller caller) {
        var why = "not one username in " + userHeader;
        return refused("proxy-names-nobody", "The proxy gave no username that an account could have here.", why, caller);
    }

    /** What stood in the headers is not repeated: it may be the secret, or made to mislead whoever reads the log. */
    private Problem refused(String type, String detail, String why, Caller caller) {
        context.log().log(Level.WARNING, "a sign-in by the proxy was refused: {0}; from {1}", why, caller.address());
        return new Problem(403, type, detail);
    }
}
