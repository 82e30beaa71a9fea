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
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import org.wvwbuilder.auth.account.Registrar;
import org.wvwbuilder.auth.account.User;
import org.wvwbuilder.auth.audit.Action;
import org.wvwbuilder.auth.audit.Actor;
import org.wvwbuilder.auth.audit.Audit;
import org.wvwbuilder.auth.audit.Subject;
import org.wvwbuilder.auth.invite.Admissions;
import org.wvwbuilder.auth.roster.Changes;
import org.wvwbuilder.auth.session.Sessions;
import org.wvwbuilder.auth.setup.FirstAdministrator;
import org.wvwbuilder.auth.throttle.Devices;
import org.wvwbuilder.auth.throttle.Limit;
import org.wvwbuilder.auth.throttle.Standing;
import org.wvwbuilder.auth.throttle.Throttle;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.Roles;

/** How people get an account: the first administrator by the setup token, everybody else by registering. */
@Path("auth")
public final class SetupResource {
    private final FirstAdministrator first;
    private final Admissions admissions;
    private final Registrar registrar;
    private final Sessions sessions;
    private final Answers answers;
    private final Changes changes;
    private final Throttle throttle;
    private final Devices devices;
    private final Audit audit;

    SetupResource(
            FirstAdministrator first,
            Admissions admissions,
            Registrar registrar,
            Sessions sessions,
            Answers answers,
            Changes changes,
            Throttle throttle,
            Devices devices,
            Audit audit) {
        this.first = first;
        this.admissions = admissions;
        this.registrar = registrar;
        this.sessions = sessions;
        this.answers = answers;
        this.changes = changes;
        this.throttle = throttle;
        this.devices = devices;
        this.audit = audit;
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
        return new State(first.missing(), registration());
    }

    @Doc("Who may register.")
    public record RegistrationView(
            @Doc("open: anybody; invite: whoever has an invitation; closed: nobody.")
            String registration) {}

    @GET
    @Path("registration")
    @PermitAll
    @Doc("Who may register: what the page needs to know before it asks for anything.")
    public RegistrationView whoMayRegister() {
        return new RegistrationView(registration());
    }

    private String registration() {
        return admissions.registration().name().toLowerCase(Locale.ROOT);
    }

    @POST
    @Path("setup")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Doc(
            value = "Makes the first administrator with the setup token that the server printed.",
            status = 201,
            answer = Tokens.class,
            problems = {409, 422, 429, 503})
    public Response setUp(Requests.Setup body, @Context Caller caller, @Context HttpHeaders headers) {
        boolean cookie = Answers.cookie(body.session(), caller, headers);
        var token = Optional.ofNullable(body.token()).orElse("");
        var standing = check(token, caller);
        var visitor = Visitor.of(caller, headers, cookie);
        var draft = registrar.draft(body.application(), Roles.ADMIN);
        var admission = registrar.write(connection -> {
            first.redeem(connection, token);
            return admit(connection, registrar.insert(connection, draft), visitor, Action.SETUP, standing);
        });
        return created(admission.grant().user(), answers.admitted(201, admission, cookie, caller));
    }

    @POST
    @Path("register")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Doc(
            value = "Makes an account, as a member or as an invitation says, and signs in.",
            status = 201,
            answer = Tokens.class,
            problems = {409, 422, 429, 503})
    public Response register(Requests.Register body, @Context Caller caller, @Context HttpHeaders headers) {
        boolean cookie = Answers.cookie(body.session(), caller, headers);
        if (first.missing()) throw setupNeeded();
        var invite = admissions.require(body.invite(), caller.address());
        var standing = throttle.spend(throttle.ofAddress(Limit.REGISTER, caller.address()));
        var visitor = Visitor.of(caller, headers, cookie);
        Admissions.requireOwner(invite, Optional.ofNullable(body.email()).orElse(""));
        var draft = registrar.draft(body.application(), Admissions.role(invite));
        var admission = registrar.write(connection -> {
            if (invite.isPresent()) admissions.invites().redeem(connection, invite.get());
            return admit(connection, registrar.insert(connection, draft), visitor, Action.REGISTER, standing);
        });
        return created(admission.grant().user(), answers.admitted(201, admission, cookie, caller));
    }

    /** Tokens cannot be guessed, but whoever tries need not be served for ever. */
    private Standing check(String token, Caller caller) {
        var budget = throttle.ofAddress(Limit.CODE, caller.address());
        throttle.require(budget);
        try {
            first.check(token);
            return throttle.look(budget);
        } catch (Problem refused) {
            if (refused.status() == 403) throttle.spend(budget);
            throw refused;
        }
    }

    private Admission admit(Connection connection, User user, Visitor visitor, Action action, Standing standing)
            throws SQLException {
        var grant = sessions.begin(connection, user, visitor.client());
        audit.note(connection, Actor.of(user, visitor.client()), action, Subject.of(user), user.role());
        var device = visitor.browser()
                ? Optional.of(devices.remember(connection, visitor.device(), user.id()))
                : Optional.<String>empty();
        return new Admission(grant, standing, device);
    }

    private Response created(User user, Response answer) {
        changes.created(user.id());
        return answer;
    }

    private static Problem setupNeeded() {
        return new Problem(
                403, "setup-needed", "This server has no administrator yet: registering opens when it has one.");
    }
}
