package org.wvwbuilder.auth.openid;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.wvwbuilder.auth.ProviderSettings;
import org.wvwbuilder.auth.openid.OpenIdFailure.Code;
import org.wvwbuilder.auth.secret.Secret;
import org.wvwbuilder.auth.secret.SecretBox;
import org.wvwbuilder.auth.session.Client;
import org.wvwbuilder.plugin.Problem;

/** Sends people to the providers that the operator chose, and receives them when they come back. */
public final class OpenId implements AutoCloseable {
    /** How long somebody may take at the provider. */
    public static final Duration LIFETIME = Duration.ofMinutes(10);

    private final Map<String, Provider> providers = new TreeMap<>();
    private final Fetch fetch = new Fetch();
    private final SecretBox box;
    private final Identities identities;
    private final InstantSource clock;

    public OpenId(Map<String, ProviderSettings> settings, SecretBox box, Identities identities, InstantSource clock) {
        this.box = box;
        this.identities = identities;
        this.clock = clock;
        settings.forEach((name, one) -> providers.put(name, provider(one)));
    }

    private Provider provider(ProviderSettings settings) {
        return settings.issuer()
                .<Provider>map(issuer -> new Connect(settings, issuer, fetch, clock))
                .orElseGet(() -> new PlainOAuth(settings, fetch));
    }

    /** @param name the word for addresses, {@code label} the one for people */
    public record Choice(String name, String label) {}

    /**
     * Where to send the browser, and what it is to keep until it comes back.
     *
     * @param cookie sealed, and worth nothing to anybody else
     */
    public record Departure(URI address, String cookie) {

        @Override
        public String toString() {
            return "Departure";
        }
    }

    /** What a browser brings back; every part may be missing, or be an attacker's. */
    public record Luggage(
            Optional<String> cookie, Optional<String> state, Optional<String> code, Optional<String> issuer) {

        @Override
        public String toString() {
            return "Luggage";
        }
    }

    public List<Choice> choices() {
        return providers.entrySet().stream()
                .map(entry -> new Choice(
                        entry.getKey(), entry.getValue().settings().label().orElse(entry.getKey())))
                .toList();
    }

    /**
     * @param origin of this server, as the browser knows it
     * @param link the session whose account is to be linked
     * @throws Problem 404 when there is no such provider
     */
    public Departure depart(String name, String origin, Optional<String> link) throws OpenIdFailure {
        var provider = Optional.ofNullable(providers.get(name)).orElseThrow(() -> Problem.notFound("The provider"));
        var redirect = origin + "/api/v1/auth/openid/" + name + "/callback";
        var flow = Flow.begin(name, redirect, link, now().plus(LIFETIME));
        return new Departure(provider.departure(flow), flow.sealed(box));
    }

    public Arrival arrive(String name, Luggage luggage, Client client) throws OpenIdFailure {
        var flow = luggage.cookie()
                .flatMap(text -> Flow.open(box, text))
                .filter(found -> found.provider().equals(name) && now().isBefore(found.expires()))
                .filter(found -> luggage.state()
                        .filter(state -> Secret.same(state, found.state()))
                        .isPresent())
                .orElseThrow(() -> new OpenIdFailure(Code.STATE, "not a sign-in that this browser began"));
        var provider = providers.get(name);
        if (provider == null) throw new OpenIdFailure(Code.STATE, "the provider was removed meanwhile");
        if (luggage.code().isEmpty()) throw new OpenIdFailure(Code.DENIED, "the provider sent no code");
        var person = provider.person(flow, luggage.code().get(), luggage.issuer());
        return identities.arrive(flow, person, client);
    }

    @Override
    public void close() {
        fetch.close();
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
