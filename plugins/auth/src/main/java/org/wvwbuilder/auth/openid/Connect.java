package org.wvwbuilder.auth.openid;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.wvwbuilder.auth.ProviderSettings;
import org.wvwbuilder.auth.openid.OpenIdFailure.Code;

/** A provider of OpenID Connect, which tells its addresses and keys itself. */
final class Connect implements Provider {
    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final ProviderSettings settings;
    private final URI issuer;
    private final Fetch fetch;
    private final InstantSource clock;
    private final ProviderKeys keys;
    private Optional<Metadata> known = Optional.empty();
    private Instant nextLook = Instant.MIN;

    Connect(ProviderSettings settings, URI issuer, Fetch fetch, InstantSource clock) {
        this.settings = settings;
        this.issuer = issuer;
        this.fetch = fetch;
        this.clock = clock;
        this.keys = new ProviderKeys(fetch, clock);
    }

    @Override
    public ProviderSettings settings() {
        return settings;
    }

    @Override
    public URI departure(Flow flow) throws OpenIdFailure {
        return Provider.departure(metadata().authorization(), settings, flow, Map.of("nonce", flow.nonce()));
    }

    @Override
    public Person person(Flow flow, String code, Optional<String> named) throws OpenIdFailure {
        var metadata = metadata();
        boolean right = named.map(metadata.issuer()::equals).orElse(!metadata.namesItself());
        if (!right) throw new OpenIdFailure(Code.TOKEN, "the answer names another provider");
        var exchange = new Exchange(code, "id_token", metadata.secretInForm());
        var token = Provider.token(fetch, metadata.token(), settings, flow, exchange);
        return new IdTokens(metadata, settings.clientId(), keys, clock).verify(token, flow.nonce());
    }

    /** Looked up every hour; a provider that is down is asked every ten seconds, not at every click. */
    private synchronized Metadata metadata() throws OpenIdFailure {
        var now = Instant.ofEpochMilli(clock.millis());
        if (now.isBefore(nextLook)) {
            return known.orElseThrow(() -> new OpenIdFailure(Code.PROVIDER, "the provider did not answer just now"));
        }
        nextLook = now.plus(PAUSE);
        var address = URI.create(issuer.toString().replaceFirst("/$", "") + "/.well-known/openid-configuration");
        known = Optional.of(Metadata.of(issuer, fetch.get(address, Map.of())));
        nextLook = now.plus(FRESH);
        return known.get();
    }
}
