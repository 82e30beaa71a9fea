package org.wvwbuilder.auth;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.wvwbuilder.auth.openid.SafeAddress;
import org.wvwbuilder.plugin.Setting;

/**
 * A table {@code [auth.openid.<name>]} of {@code gw2.toml}: a provider that people may sign in with. One with an issuer
 * speaks OpenID Connect and is asked for its addresses; one without gives its three addresses here.
 */
public record ProviderSettings(
        @Setting("What the button says; the table's name when left out")
        Optional<String> label,

        @Setting("The issuer of OpenID Connect: https://sso.example.org/realms/guild")
        Optional<URI> issuer,

        @Setting("The id that the provider gave this server")
        String clientId,

        @Setting(value = "The secret that goes with it; none for a public client", secret = true)
        Optional<String> clientSecret,

        @Setting(value = "What to ask the provider for", fallback = "openid,profile,email")
        List<String> scopes,

        @Setting("Without an issuer: where people sign in") Optional<URI> authorizationEndpoint,

        @Setting("Without an issuer: where codes become tokens")
        Optional<URI> tokenEndpoint,

        @Setting("Without an issuer: where the person is described")
        Optional<URI> userinfoEndpoint,

        @Setting(value = "Without an issuer: the field that names the person, for ever the same", fallback = "id")
        String subjectField,

        @Setting(value = "Without an issuer: the field with the person's name", fallback = "username")
        String nameField) {

    public ProviderSettings {
        long given = Stream.of(authorizationEndpoint, tokenEndpoint, userinfoEndpoint)
                .filter(Optional::isPresent)
                .count();
        if (given != (issuer.isPresent() ? 0 : 3)) {
            throw new IllegalArgumentException(
                    "give either issuer, or all of authorization-endpoint, token-endpoint" + " and userinfo-endpoint");
        }
        if (clientId.isBlank()) throw new IllegalArgumentException("client-id must not be blank");
        Stream.of(issuer, authorizationEndpoint, tokenEndpoint, userinfoEndpoint)
                .flatMap(Optional::stream)
                .forEach(SafeAddress::check);
        scopes = List.copyOf(scopes);
    }

    @Override
    public String toString() {
        return "ProviderSettings of " + clientId;
    }
}
