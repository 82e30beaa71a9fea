package org.wvwbuilder.builds.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.wvwbuilder.builds.gamekey.Game;
import org.wvwbuilder.builds.gamekey.GameKey;
import org.wvwbuilder.builds.gamekey.GameKeys;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.RateLimits;
import org.wvwbuilder.plugin.Roles;
import org.wvwbuilder.plugin.Scoped;
import org.wvwbuilder.plugin.Scopes;

/** One's own key of the game: given, looked at, removed; never told again. */
@Path("game-key")
@Consumes("application/json")
@Produces("application/json")
public final class GameKeyResource {
    private static final RateLimits.Limit GIVEN = new RateLimits.Limit("game-key", 20, Duration.ofHours(1));

    private final Game game;
    private final GameKeys keys;
    private final Supplier<Optional<RateLimits>> limits;

    GameKeyResource(Game game, GameKeys keys, Supplier<Optional<RateLimits>> limits) {
        this.game = game;
        this.keys = keys;
        this.limits = limits;
    }

    @Doc("A key of the game.")
    public record GameKeyRequest(
            @Doc("With the permissions account, characters and builds. Exchanged for a narrower one, and not kept.")
            String key) {

        /** Without the secret, wherever it may be written. */
        @Override
        public String toString() {
            return "GameKeyRequest";
        }
    }

    @Doc("Whether this server takes keys of the game, and what it has of yours.")
    public record GameKeyStatus(
            @Doc("False while catalogue.keys is off.") boolean enabled,
            @Doc("Null where you gave none.") Optional<KeptGameKey> key) {}

    @Doc("A key of the game, without its secret.")
    public record KeptGameKey(
            @Doc("The name of the account in the game.") String gameAccount,

            List<String> permissions,
            Instant givenAt,
            Instant expiresAt,
            Optional<Instant> usedAt,

            @Doc("good, expired, refused (the game does not accept it any more) or unreadable (the server's secret was"
                    + " lost): give it again unless it is good")
            String state) {}

    @GET
    @Scoped(Scopes.PERSON)
    @RolesAllowed(Roles.MEMBER)
    @Doc("What is known of your key of the game; never the key itself")
    public GameKeyStatus status(@Context Caller caller) {
        var account = caller.user().id();
        return new GameKeyStatus(game.enabled(), keys.find(account).map(key -> told(key, keys.state(account, key))));
    }

    @PUT
    @Scoped(Scopes.PERSON)
    @RolesAllowed(Roles.MEMBER)
    @Doc(
            value = "Takes a key of the game, and keeps a narrower one made of it in place of an earlier one",
            problems = {409, 422, 429, 502, 503})
    public GameKeyStatus give(GameKeyRequest request, @Context Caller caller) {
        if (request == null || request.key() == null || request.key().isBlank()) {
            throw Problem.invalid("/key", "a key as the game's account page shows it");
        }
        var account = caller.user().id();
        var given = game.ask(api -> {
            limits.get().ifPresent(all -> all.take(GIVEN, caller));
            return keys.give(account, request.key(), api);
        });
        return new GameKeyStatus(true, Optional.of(told(given, GameKeys.State.GOOD)));
    }

    @DELETE
    @Scoped(Scopes.PERSON)
    @RolesAllowed(Roles.MEMBER)
    @Doc(value = "Removes your key of the game; builds that came by it stay", status = 204, problems = 404)
    public void remove(@Context Caller caller) {
        if (!keys.remove(caller.user().id())) throw Problem.notFound("A key of yours");
    }

    private static KeptGameKey told(GameKey key, GameKeys.State state) {
        return new KeptGameKey(
                key.gameAccount(),
                key.permissions(),
                key.givenAt(),
                key.expiresAt(),
                key.usedAt(),
                state.name().toLowerCase(java.util.Locale.ROOT));
    }
}
