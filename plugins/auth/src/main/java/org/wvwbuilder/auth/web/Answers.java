package org.wvwbuilder.auth.web;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.wvwbuilder.auth.account.User;
import org.wvwbuilder.auth.factor.Entry;
import org.wvwbuilder.auth.session.Grant;
import org.wvwbuilder.auth.token.AccessTokens;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Problem;

/** Makes the answers that several resources give: tokens in the body or the cookie, accounts with their ETag. */
final class Answers {
    static final String SIGN_IN_PAGE = "/sign-in";

    private final AccessTokens tokens;
    private final InstantSource clock;

    Answers(AccessTokens tokens, InstantSource clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * Whether the client wants its refresh token as a cookie.
     *
     * @throws Problem 422 for a word that nobody knows, 403 when a foreign page asks
     */
    static boolean cookie(Optional<String> session, Caller caller, HttpHeaders headers) {
        if (session.isEmpty()) return false;
        if (!session.get().equals("cookie")) throw Problem.invalid("/session", "cookie, or left out");
        RefreshCookie.refuseForeign(caller, headers);
        return true;
    }

    /** With a known device's cookie for a browser, and with how often this may still be tried. */
    Response admitted(int status, Admission admission, boolean cookie, Caller caller) {
        var answer = Response.fromResponse(granted(status, admission.grant(), cookie, caller));
        admission.device().ifPresent(token -> answer.header(HttpHeaders.SET_COOKIE, DeviceCookie.keep(caller, token)));
        admission.standing().headers().forEach(answer::header);
        return answer.build();
    }

    Response granted(int status, Grant grant, boolean cookie, Caller caller) {
        var user = grant.user();
        var body = new Tokens(
                tokens.sign(user.id(), grant.sessionId(), user.role()),
                "bearer",
                tokens.lifetime().toSeconds(),
                cookie ? Optional.empty() : Optional.of(grant.refreshToken()),
                UserView.of(user));
        var answer = Response.status(status).entity(body).header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (cookie) {
            answer.header(HttpHeaders.SET_COOKIE, cookie(grant, caller));
        }
        return answer.build();
    }

    /** The Set-Cookie header that keeps a grant's refresh token. */
    String cookie(Grant grant, Caller caller) {
        var age = Duration.ofMillis(grant.expires().toEpochMilli() - clock.millis());
        return RefreshCookie.keep(caller, grant.refreshToken(), age);
    }

    /** What follows on the right password. @throws Problem when a code is needed, or was not right */
    Response entered(SignIn.Entered entered, boolean cookie, Caller caller) {
        var admission = new Admission(in(entered.entry()), entered.standing(), entered.device());
        return admitted(200, admission, cookie, caller);
    }

    /** Sends a browser that came by itself on: to the first page with its session, or to where it is asked for a code. */
    Response.ResponseBuilder sentOn(Entry entry, Caller caller) {
        return switch (entry) {
            case Entry.Granted granted -> redirect("/").header(HttpHeaders.SET_COOKIE, cookie(granted.grant(), caller));
            case Entry.Asked asked ->
                redirect(SIGN_IN_PAGE + "#second-factor")
                        .header(HttpHeaders.SET_COOKIE, PassingCookie.CHALLENGE.keep(caller, asked.challenge()));
            case Entry.Refused refused -> throw refused.why();
        };
    }

    static Response.ResponseBuilder redirect(String address) {
        return Response.status(303).header(HttpHeaders.LOCATION, address).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** The tokens of somebody who is in. @throws Problem when a code is needed, or was not right */
    static Grant in(Entry entry) {
        return switch (entry) {
            case Entry.Granted granted -> granted.grant();
            case Entry.Refused refused -> throw refused.why();
            case Entry.Asked asked -> throw asked.problem();
        };
    }

    static Response user(int status, User user) {
        return Response.status(status)
                .entity(UserView.of(user))
                .header(HttpHeaders.ETAG, etag(user.version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** Whether an If-Match header, which may be missing, means this version. */
    static boolean matches(String ifMatch, long version) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) return true;
        for (var tag : ifMatch.split(",")) {
            if (tag.strip().equals(etag(version))) return true;
        }
        return false;
    }

    private static String etag(long version) {
        return "\"" + version + "\"";
    }
}
