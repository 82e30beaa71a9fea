package org.wvwbuilder.auth.web;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;
import org.wvwbuilder.auth.AuthSettings.Registration;
import org.wvwbuilder.auth.account.Registrar;
import org.wvwbuilder.auth.account.User;
import org.wvwbuilder.auth.roster.Changes;
import org.wvwbuilder.auth.session.Sessions;
import org.wvwbuilder.auth.setup.FirstAdministrator;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.Roles;

/** How people get an account: the first administrator by the setup token, everybody else by registering. */
@Path("auth")
public final class SetupResource {
    private final FirstAdministrator first;
    private final Registration registration;
    private final Registrar registrar;
    private final Sessions sessions;
    private final Answers answers;
    private final Changes changes;

    SetupResource(
            FirstAdministrator first,
            Registration registration,
            Registrar registrar,
            Sessions sessions,
            Answers answers,
            Changes changes) {
        this.first = first;
        this.registration = registration;
        this.registrar = registrar;
        this.sessions = sessions;
        this.answers = answers;
        this.changes = changes;
    }

    /** @param registration open, invite or closed */
    @Doc("What a visitor can do.")
    public record State(
            @Doc("Whether the first administrator is still to be made.")
            boolean required,

            @Doc("Who may register: open, invite or closed.")
            String registration) {}

    @GET
    @Path("setup")
    @PermitAll
    @Doc("Whether the server waits for its first administrator, and who may register.")
    public State state() {
        return new State(first.missing(), registration.name().toLowerCase(Locale.ROOT));
    }

    @POST
    @Path("setup")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Doc(
            value = "Makes the first administrator with the setup token that the server printed.",
            status = 201,
            answer = Tokens.class,
            problems = {409, 422, 503})
    public Response setUp(Requests.Setup body, @Context Caller caller, @Context HttpHeaders headers) {
        boolean cookie = Answers.cookie(body.session(), caller, headers);
        var token = Optional.ofNullable(body.token()).orElse("");
        first.check(token);
        var draft = registrar.draft(body.application(), Roles.ADMIN);
        var grant = registrar.write(connection -> {
            first.redeem(connection, token);
            var user = registrar.insert(connection, draft);
            return sessions.begin(connection, user, AuthResource.client(caller));
        });
        return created(grant.user(), answers.granted(201, grant, cookie, caller));
    }

    @POST
    @Path("register")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Doc(
            value = "Makes an account, as a member, and signs in.",
            status = 201,
            answer = Tokens.class,
            problems = {409, 422, 503})
    public Response register(Requests.Register body, @Context Caller caller, @Context HttpHeaders headers) {
        boolean cookie = Answers.cookie(body.session(), caller, headers);
        requireOpen();
        var draft = registrar.draft(body.application(), Roles.MEMBER);
        var grant = registrar.write(connection ->
                sessions.begin(connection, registrar.insert(connection, draft), AuthResource.client(caller)));
        return created(grant.user(), answers.granted(201, grant, cookie, caller));
    }

    private Response created(User user, Response answer) {
        changes.created(user.id());
        return answer;
    }

    private void requireOpen() {
        if (first.missing()) {
            throw new Problem(
                    403, "setup-needed", "This server has no administrator yet: registering opens when it has one.");
        }
        switch (registration) {
            case OPEN -> {}
            case INVITE, CLOSED ->
                throw new Problem(
                        403, "registration-closed", "This guild does not take registrations: ask an administrator.");
        }
    }
}
