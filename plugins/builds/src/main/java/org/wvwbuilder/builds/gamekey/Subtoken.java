package org.wvwbuilder.builds.gamekey;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.wvwbuilder.builds.official.OfficialApi;
import org.wvwbuilder.builds.official.OfficialApiFault;
import org.wvwbuilder.builds.official.Shape;
import org.wvwbuilder.plugin.Problem;

/**
 * What a player's key is exchanged for: it reads account, characters and builds, only at the addresses that we ask, until
 * a day. The game compares whole paths, so characters are asked for by {@code /v2/characters?ids=}, which one entry covers.
 */
record Subtoken(String secret, GameKey told) {
    private static final List<String> NEEDED = List.of("account", "builds", "characters");
    private static final List<String> ADDRESSES = List.of("/v2/account", "/v2/characters", "/v2/tokeninfo");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-]{40,2000}");

    /**
     * @throws Problem 422 when it is no key, or one that lacks a permission
     * @throws OfficialApiFault when the game refuses it, or does not answer
     */
    static Subtoken of(String key, OfficialApi api, Duration lifetime, InstantSource clock)
            throws OfficialApiFault, InterruptedException {
        if (!KEY.matcher(key).matches()) {
            throw Problem.invalid("/key", "a key as the game's account page shows it, whole and without blanks");
        }
        var secret = Optional.of(key);
        requireNeeded(permissions(api.get("/v2/tokeninfo", Map.of(), secret)));
        var name = api.get("/v2/account", Map.of(), secret).at("name").text().orElseThrow(Subtoken::odd);
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var wanted = now.plus(lifetime);
        var made = api.get(
                "/v2/createsubtoken",
                Map.of(
                        "expire", wanted.toString(),
                        "permissions", String.join(",", NEEDED),
                        "urls", String.join(",", ADDRESSES)),
                secret);
        var subtoken = made.at("subtoken")
                .text()
                .filter(KEY.asMatchPredicate())
                .filter(text -> !text.equals(key))
                .orElseThrow(Subtoken::odd);
        var about = api.get("/v2/tokeninfo", Map.of(), Optional.of(subtoken));
        // Trusted only once the game says that it is as narrow as we asked for.
        if (!permissions(about).equals(Set.copyOf(NEEDED))
                || !Set.copyOf(about.at("urls").texts()).equals(Set.copyOf(ADDRESSES))) {
            throw odd();
        }
        var told = new GameKey(
                name, NEEDED, now, expiry(about).orElseThrow(Subtoken::odd), Optional.empty(), Optional.empty());
        return new Subtoken(subtoken, told);
    }

    private static Set<String> permissions(Shape about) {
        return new TreeSet<>(about.at("permissions").texts());
    }

    private static void requireNeeded(Set<String> granted) {
        var missing = new TreeSet<>(NEEDED);
        missing.removeAll(granted);
        if (!missing.isEmpty()) {
            throw Problem.invalid(
                    "/key",
                    "a key with account, characters and builds; this one lacks " + String.join(" and ", missing)
                            + ": make another one at the game's account page");
        }
    }

    private static Optional<Instant> expiry(Shape about) {
        try {
            return about.at("expires_at").text().map(Instant::parse);
        } catch (DateTimeParseException odd) {
            return Optional.empty();
        }
    }

    private static Problem odd() {
        return new Problem(
                502,
                "official-api-odd",
                "The official API did not give a narrower key, so nothing was kept. Try again tomorrow; tell the"
                        + " administrator if it stays so.");
    }

    /** Without the secret, wherever it may be written. */
    @Override
    public String toString() {
        return "Subtoken[" + told + "]";
    }
}
