package org.wvwbuilder.auth.web;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.wvwbuilder.auth.factor.Entry;
import org.wvwbuilder.auth.openid.Arrival;
import org.wvwbuilder.auth.openid.OpenId;
import org.wvwbuilder.auth.openid.OpenIdFailure;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Page;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.Roles;

/** Signing in with a provider. Browsers come here by themselves, so the answers are redirects and never documents. */
@Path("auth/openid")
public final class OpenIdResource {
    private final OpenId openId;
    private final Answers answers;
    private final System.Logger log;

    OpenIdResource(OpenId openId, Answers answers, System.Logger log) {
        this.openId = openId;
        this.answers = answers;
        this.log = log;
    }

    @Doc("A provider to sign in with.")
    public record ProviderView(
            @Doc("Its word in addresses.") String name,
            @Doc("What a button says.") String label) {}

    @Doc("Where to send the browser.")
    public record Destination(String address) {}

    @GET
    @PermitAll
    @Doc("The providers that people may sign in with.")
    public Page<ProviderView> providers() {
        var all = openId.choices().stream()
                .map(choice -> new ProviderView(choice.name(), choice.label()))
                .toList();
        return new Page<>(all);
    }

    @GET
    @Path("{name}/start")
    @PermitAll
    @Doc(value = "Sends the browser to the provider to sign in.", status = 303, problems = 404)
    public Response start(@PathParam("name") String name, @Context Caller caller) {
        try {
            var departure = openId.depart(name, caller.origin(), Optional.empty());
            return Answers.redirect(departure.address().toString())
                    .header(HttpHeaders.SET_COOKIE, PassingCookie.FLOW.keep(caller, departure.cookie()))
                    .build();
        } catch (OpenIdFailure failure) {
            return failed(failure, caller);
        }
    }

    @POST
    @Path("{name}/link")
    @RolesAllowed(Roles.MEMBER)
    @Doc(
            value = "Begins to link one's account to a provider: the page then sends the browser to the address.",
            answer = Destination.class,
            problems = {404, 502})
    public Response link(@PathParam("name") String name, @Context Caller caller) {
        try {
            var departure = openId.depart(
                    name, caller.origin(), Optional.of(caller.user().session()));
            return Response.ok(new Destination(departure.address().toString()))
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .header(HttpHeaders.SET_COOKIE, PassingCookie.FLOW.keep(caller, departure.cookie()))
                    .build();
        } catch (OpenIdFailure failure) {
            note(failure, caller);
            throw new Problem(502, failure.code(), "The provider does not answer as it should: try again later.");
        }
    }

    @GET
    @Path("{name}/callback")
    @PermitAll
    @Doc(value = "Receives the browser from the provider. Nothing but a provider sends anybody here.", status = 303)
    public Response callback(
            @PathParam("name") String name,
            @QueryParam("state") String state,
            @QueryParam("code") String code,
            @QueryParam("error") String error,
            @QueryParam("iss") String issuer,
            @Context Caller caller,
            @Context HttpHeaders headers) {
        var luggage = new OpenId.Luggage(
                PassingCookie.FLOW.read(caller, headers),
                Optional.ofNullable(state),
                Optional.ofNullable(code).filter(text -> error == null && !text.isEmpty()),
                Optional.ofNullable(issuer));
        try {
            return switch (openId.arrive(name, luggage, AuthResource.client(caller))) {
                case Arrival.Failed failed -> failed(failed.why(), caller);
                case Arrival.Linked linked ->
                    Answers.redirect("/")
                            .header(HttpHeaders.SET_COOKIE, PassingCookie.FLOW.drop(caller))
                            .build();
                case Arrival.Entered entered -> entered(entered.entry(), caller);
            };
        } catch (OpenIdFailure failure) {
            return failed(failure, caller);
        }
    }

    private Response entered(Entry entry, Caller caller) {
        return answers.sentOn(entry, caller)
                .header(HttpHeaders.SET_COOKIE, PassingCookie.FLOW.drop(caller))
                .build();
    }

    private Response failed(OpenIdFailure failure, Caller caller) {
        note(failure, caller);
        return Answers.redirect(Answers.SIGN_IN_PAGE + "#error=" + failure.code())
                .header(HttpHeaders.SET_COOKIE, PassingCookie.FLOW.drop(caller))
                .build();
    }

    private void note(OpenIdFailure failure, Caller caller) {
        log.log(
                System.Logger.Level.WARNING,
                "sign-in with a provider failed ({0}): {1}; from {2}",
                failure.code(),
                failure.getMessage(),
                caller.address());
    }
}
