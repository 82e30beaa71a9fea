package org.wvwbuilder.auth.pat;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.auth.audit.Actor;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Page;
import org.wvwbuilder.plugin.Roles;

/** One's own tokens for scripts. No script reaches this: a token must not beget another. */
@Path("users/me/tokens")
public final class TokensResource {
    private final PersonalTokens tokens;
    private final InstantSource clock;

    public TokensResource(PersonalTokens tokens, InstantSource clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @Doc("A token for scripts, without the token itself.")
    public record TokenView(
            String id,
            String name,
            @Doc("What it may do: read, write, admin.") List<String> scopes,
            Instant createdAt,
            @Doc("When it ends by itself.") Instant expiresAt,

            @Doc("When a script last used it, to the hour; null for never.")
            Optional<Instant> lastUsedAt) {

        static TokenView of(PersonalToken token) {
            return new TokenView(
                    token.id(),
                    token.name(),
                    token.scopes().stream().sorted().toList(),
                    token.createdAt(),
                    token.expiresAt(),
                    token.usedAt());
        }
    }

    @Doc("A new token. It is shown this once.")
    public record NewToken(
            @Doc("To be sent as Authorization: Bearer gw2p_…; keep it where the script finds it and others do not.")
            String token,

            TokenView details) {

        @Override
        public String toString() {
            return "NewToken " + details.id();
        }
    }

    @GET
    @RolesAllowed(Roles.MEMBER)
    @Doc("One's own tokens for scripts, the newest first.")
    public Page<TokenView> list(@Context Caller caller) {
        var mine = tokens.of(caller.user().id());
        return new Page<>(mine.stream().map(TokenView::of).toList());
    }

    @POST
    @RolesAllowed(Roles.MEMBER)
    @Consumes(MediaType.APPLICATION_JSON)
    @Doc(
            value = "Makes a token for a script.",
            status = 201,
            answer = NewToken.class,
            problems = {409, 422})
    public Response make(TokenRequest body, @Context Caller caller) {
        var me = caller.user();
        var wish = body.checked(me, Instant.ofEpochMilli(clock.millis()));
        var made = tokens.make(Actor.of(caller), wish.name(), wish.scopes(), wish.lifetime());
        return Response.status(201)
                .entity(new NewToken(made.text(), TokenView.of(made.token())))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Roles.MEMBER)
    @Doc(value = "Revokes one of one's own tokens, at once.", status = 204, problems = 404)
    public void revoke(@PathParam("id") String id, @Context Caller caller) {
        tokens.revoke(Actor.of(caller), id);
    }
}
