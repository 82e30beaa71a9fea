package org.wvwbuilder.auth.web;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wvwbuilder.auth.account.Fields;
import org.wvwbuilder.auth.audit.Action;
import org.wvwbuilder.auth.audit.Actor;
import org.wvwbuilder.auth.audit.Audit;
import org.wvwbuilder.auth.audit.Subject;
import org.wvwbuilder.auth.session.Client;
import org.wvwbuilder.auth.session.Rotation;
import org.wvwbuilder.auth.session.Sessions;
import org.wvwbuilder.auth.throttle.Limit;
import org.wvwbuilder.auth.throttle.Throttle;
import org.wvwbuilder.auth.token.AccessTokens;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Problem;

/** Signing in, staying in, and out. */
@Path("auth")
public final class AuthResource {
    private final SignIn signIn;
    private final Sessions sessions;
    private final AccessTokens tokens;
    private final Answers answers;
    private final Throttle throttle;
    private final Audit audit;
    private final System.Logger log;

    AuthResource(
            SignIn signIn,
            Sessions sessions,
            AccessTokens tokens,
            Answers answers,
            Throttle throttle,
            Audit audit,
            System.Logger log) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.tokens = tokens;
        this.answers = answers;
        this.throttle = throttle;
        this.audit = audit;
        this.log = log;
    }

    /** The public keys, in the shape of RFC 7517. */
    public record Keys(List<Map<String, Object>> keys) {}

    @GET
    @Path("jwks")
    @PermitAll
    @Doc("The public keys that access tokens are signed with.")
    public Keys keys() {
        return new Keys(tokens.publicKeys());
    }

    @POST
    @Path("login")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Doc(
            value = "Signs in with email or username and password. Where a second factor is on and no code came along,"
                    + " the answer is a problem of the type second-factor-required with a challenge.",
            answer = Tokens.class,
            problems = {403, 422, 429, 503})
    public Response login(Requests.Login body, @Context Caller caller, @Context HttpHeaders headers) {
        boolean cookie = Answers.cookie(body.session(), caller, headers);
        var visitor = Visitor.of(caller, headers, cookie);
        var password = Optional.ofNullable(body.password());
        return login(Optional.ofNullable(body.username()), password, body.code(), visitor, caller);
    }

    @POST
    @Path("login")
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Doc(
            value = "Signs in with a form, as OAuth clients send it.",
            answer = Tokens.class,
            problems = {422, 429, 503})
    public Response loginForm(
            @FormParam("username") String username,
            @FormParam("password") String password,
            @Context Caller caller,
            @Context HttpHeaders headers) {
        var visitor = Visitor.of(caller, headers, false);
        return login(Optional.ofNullable(username), Optional.ofNullable(password), Optional.empty(), visitor, caller);
    }

    @POST
    @Path("refresh")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Doc(
            value =
                    "Exchanges a refresh token, from the body or the cookie, for a new pair. Each is good once: one that"
                            + " comes a second time ends the session.",
            answer = Tokens.class,
            problems = 429)
    public Response refresh(Requests.Refresh body, @Context Caller caller, @Context HttpHeaders headers) {
        var given = given(body);
        var token = given.or(() -> RefreshCookie.read(caller, headers));
        boolean cookie = given.isEmpty();
        if (token.isEmpty()) throw refused(cookie, caller);
        Sessions.Witness reuse = (connection, user, session) -> audit.note(
                connection, Actor.of(caller), Action.TOKEN_REUSE, Subject.of(user), "session " + session + " ended");
        return switch (sessions.rotate(token.get(), client(caller), reuse)) {
            case Rotation.Rotated rotated -> answers.granted(200, rotated.grant(), cookie, caller);
            case Rotation.Refused refused -> {
                throttle.spend(throttle.ofAddress(Limit.REFRESH, caller.address()));
                throw refused(cookie, caller);
            }
            case Rotation.Reused reused -> {
                log.log(
                        System.Logger.Level.WARNING,
                        "refresh token of session {0} came a second time, from {1}: the session was ended",
                        reused.sessionId(),
                        caller.address());
                throw refused(cookie, caller);
            }
        };
    }

    @POST
    @Path("logout")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Doc(value = "Ends the session of the refresh token in the body or the cookie.", status = 204)
    public Response logout(Requests.Refresh body, @Context Caller caller, @Context HttpHeaders headers) {
        var given = given(body);
        var token = given.or(() -> RefreshCookie.read(caller, headers));
        token.ifPresent(held -> sessions.endByToken(
                held,
                (connection, user, session) -> audit.note(
                        connection,
                        Actor.of(user, client(caller)),
                        Action.SIGN_OUT,
                        Subject.of(user),
                        "session " + session)));
        var answer = Response.noContent();
        if (given.isEmpty()) answer.header(HttpHeaders.SET_COOKIE, RefreshCookie.drop(caller));
        return answer.build();
    }

    private Response login(
            Optional<String> name, Optional<String> password, Optional<String> code, Visitor visitor, Caller caller) {
        var fields = new Fields();
        var typedName = fields.required("/username", name, text -> text);
        var typedPassword = fields.required("/password", password, text -> text);
        fields.check();
        var entered = signIn.signIn(typedName.orElseThrow(), typedPassword.orElseThrow(), code, visitor);
        return answers.entered(entered, visitor.browser(), caller);
    }

    static Client client(Caller caller) {
        return new Client(caller.agent(), caller.address());
    }

    private static Optional<String> given(Requests.Refresh body) {
        return Optional.ofNullable(body).orElse(Requests.Refresh.NOTHING).refreshToken();
    }

    private static Problem refused(boolean cookie, Caller caller) {
        return new Problem(
                401,
                "session-ended",
                "This session has ended: sign in again.",
                List.of(),
                cookie ? Map.of(HttpHeaders.SET_COOKIE, RefreshCookie.drop(caller)) : Map.of());
    }
}
