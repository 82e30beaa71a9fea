package org.wvwbuilder.auth.web;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.wvwbuilder.auth.account.Fields;
import org.wvwbuilder.auth.factor.SecondFactor;
import org.wvwbuilder.auth.session.Grant;
import org.wvwbuilder.auth.throttle.Devices;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Doc;

/** The second half of a sign-in, where a second factor is on. */
@Path("auth/login/second-factor")
public final class SecondFactorResource {
    private final SecondFactor factor;
    private final Answers answers;
    private final Database database;
    private final Devices devices;

    SecondFactorResource(SecondFactor factor, Answers answers, Database database, Devices devices) {
        this.factor = factor;
        this.answers = answers;
        this.database = database;
        this.devices = devices;
    }

    @Doc("What a challenge asked for.")
    public record Answer(
            @Doc("Of the answer to the sign-in; left out when a provider's sign-in put it into a cookie.")
            Optional<String> challenge,

            @Doc("Six digits of the app, or a recovery code.")
            String code,

            @Doc("cookie: the refresh token goes into a cookie that scripts cannot read.")
            Optional<String> session) {

        public Answer {
            challenge = challenge == null ? Optional.empty() : challenge;
            session = session == null ? Optional.empty() : session;
        }

        @Override
        public String toString() {
            return "Answer";
        }
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Doc(
            value = "Signs in with the challenge of a sign-in and a code.",
            answer = Tokens.class,
            problems = {422, 429})
    public Response answer(Answer body, @Context Caller caller, @Context HttpHeaders headers) {
        boolean cookie = Answers.cookie(body.session(), caller, headers);
        var fields = new Fields();
        var challenge = fields.required("/challenge", body.challenge().or(() -> kept(caller, headers)), text -> text);
        var code = fields.required("/code", Optional.ofNullable(body.code()), text -> text);
        fields.check();
        var visitor = Visitor.of(caller, headers, cookie);
        var grant = Answers.in(factor.redeem(challenge.orElseThrow(), code.orElseThrow(), visitor.client()));
        var answer = Response.fromResponse(answers.granted(200, grant, cookie, caller));
        if (cookie) answer.header(HttpHeaders.SET_COOKIE, DeviceCookie.keep(caller, remembered(visitor, grant)));
        return answer.build();
    }

    /** Whoever came in here need not wait for what others try in the same name. */
    private String remembered(Visitor visitor, Grant grant) {
        return database.write(connection ->
                devices.remember(connection, visitor.device(), grant.user().id()));
    }

    private static Optional<String> kept(Caller caller, HttpHeaders headers) {
        var kept = PassingCookie.CHALLENGE.read(caller, headers);
        if (kept.isPresent()) RefreshCookie.requireOwn(caller, headers);
        return kept;
    }
}
