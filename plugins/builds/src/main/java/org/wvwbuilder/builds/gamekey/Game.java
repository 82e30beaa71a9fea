package org.wvwbuilder.builds.gamekey;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.wvwbuilder.builds.official.OfficialApi;
import org.wvwbuilder.builds.official.OfficialApiFault;
import org.wvwbuilder.plugin.Problem;

/** Asks the game for people: a few at once, and what goes wrong becomes an answer that says what to do. */
public final class Game {
    private static final int AT_ONCE = 8;
    private static final String AGAIN = "Give a new key of the game, with account, characters and builds.";

    private final Optional<OfficialApi> api;
    private final Semaphore free = new Semaphore(AT_ONCE);

    /** @param api empty while keys are switched off */
    public Game(Optional<OfficialApi> api) {
        this.api = api;
    }

    public boolean enabled() {
        return api.isPresent();
    }

    /** @throws Problem 409 or 503 when the game gives no answer */
    public <T> T ask(Question<T> question) {
        var open = api.orElseThrow(() -> new Problem(
                409,
                "game-keys-off",
                "This server takes no keys of the game. Its administrator can set catalogue.keys to on."));
        if (!free.tryAcquire()) {
            throw later(503, "game-busy", "Too many people ask the game at the moment. Try again in some seconds.", 10);
        }
        try {
            return question.ask(open);
        } catch (OfficialApiFault fault) {
            throw problem(fault);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw later(503, "stopping", "The server is stopping. Try again in a minute.", 60);
        } finally {
            free.release();
        }
    }

    private static Problem problem(OfficialApiFault fault) {
        if (fault.aboutKey()) {
            return new Problem(
                    409,
                    "game-key-refused",
                    "The game does not accept this key: it is wrong, expired, was deleted, or grants too little. "
                            + AGAIN);
        }
        return later(503, "official-api-unavailable", fault.getMessage(), 60);
    }

    private static Problem later(int status, String type, String detail, int seconds) {
        return new Problem(status, type, detail, java.util.List.of(), Map.of("Retry-After", "" + seconds));
    }

    /** Something to ask the official API. */
    @FunctionalInterface
    public interface Question<T> {
        T ask(OfficialApi api) throws OfficialApiFault, InterruptedException;
    }
}
