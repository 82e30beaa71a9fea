package org.wvwbuilder.auth.openid;

import java.net.URI;
import java.security.Key;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.wvwbuilder.auth.openid.OpenIdFailure.Code;

/**
 * The public keys of one provider, fetched again every hour, and for a key that is not known, but never more than once a
 * minute: no stream of forged tokens makes us knock at its door all the time.
 */
final class ProviderKeys {
    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Fetch fetch;
    private final InstantSource clock;
    private List<JsonWebKey> keys = List.of();
    private Instant fetched = Instant.MIN;

    ProviderKeys(Fetch fetch, InstantSource clock) {
        this.fetch = fetch;
        this.clock = clock;
    }

    /** @throws OpenIdFailure when the provider has no such key */
    synchronized Key find(URI address, JsonWebSignature signature) throws OpenIdFailure, JoseException {
        var now = Instant.ofEpochMilli(clock.millis());
        if (now.isAfter(fetched.plus(FRESH))) load(address, now);
        var known = match(signature);
        if (known.isEmpty() && now.isAfter(fetched.plus(PAUSE))) {
            load(address, now);
            known = match(signature);
        }
        return known.orElseThrow(() -> new OpenIdFailure(Code.TOKEN, "the token's key is none of the provider's"));
    }

    private void load(URI address, Instant now) throws OpenIdFailure {
        var document = fetch.get(address, Map.of());
        var all = new ArrayList<JsonWebKey>();
        if (document.get("keys") instanceof List<?> list) {
            for (var entry : list) parse(entry).ifPresent(all::add);
        }
        keys = List.copyOf(all);
        fetched = now;
    }

    /** A key of a kind that we do not know is left out: the provider may be ahead of us. */
    @SuppressWarnings("unchecked")
    private static Optional<JsonWebKey> parse(Object entry) {
        if (!(entry instanceof Map<?, ?> parameters)) return Optional.empty();
        try {
            return Optional.of(JsonWebKey.Factory.newJwk((Map<String, Object>) parameters));
        } catch (JoseException foreign) {
            return Optional.empty();
        }
    }

    private Optional<Key> match(JsonWebSignature signature) throws JoseException {
        var kid = signature.getKeyIdHeaderValue();
        var type = signature.getKeyType();
        return keys.stream()
                .filter(key -> key instanceof PublicJsonWebKey)
                .filter(key -> kid == null ? keys.size() == 1 : kid.equals(key.getKeyId()))
                .filter(key -> key.getKeyType().equals(type))
                .filter(key -> key.getUse() == null || key.getUse().equals("sig"))
                .filter(key ->
                        key.getAlgorithm() == null || key.getAlgorithm().equals(signature.getAlgorithmHeaderValue()))
                .map(JsonWebKey::getKey)
                .findFirst();
    }
}
