package org.wvwbuilder.auth.openid;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.wvwbuilder.auth.ProviderSettings;
import org.wvwbuilder.auth.openid.OpenIdFailure.Code;

/** A provider of OAuth 2.0 without OpenID, such as Discord: it describes the person at an address of its own. */
record PlainOAuth(ProviderSettings settings, Fetch fetch) implements Provider {

    @Override
    public URI departure(Flow flow) {
        return Provider.departure(settings.authorizationEndpoint().orElseThrow(), settings, flow, Map.of());
    }

    @Override
    public Person person(Flow flow, String code, Optional<String> issuer) throws OpenIdFailure {
        var exchange = new Exchange(code, "access_token", false);
        var token = Provider.token(fetch, settings.tokenEndpoint().orElseThrow(), settings, flow, exchange);
        if (token.isBlank() || !token.matches("[\\x21-\\x7e]+")) {
            throw new OpenIdFailure(Code.PROVIDER, "the provider's access token is not usable");
        }
        var headers = Map.of("Authorization", "Bearer " + token);
        return person(fetch.get(settings.userinfoEndpoint().orElseThrow(), headers));
    }

    private Person person(Map<String, Object> described) throws OpenIdFailure {
        boolean verified =
                Boolean.TRUE.equals(described.get("email_verified")) || Boolean.TRUE.equals(described.get("verified"));
        // A number is as good a name for a person as a text.
        var subject = described.get(settings.subjectField());
        if (!(subject instanceof String || subject instanceof Number)) {
            throw new OpenIdFailure(Code.TOKEN, "the person has no field '" + settings.subjectField() + "'");
        }
        try {
            return new Person(
                    settings.authorizationEndpoint().orElseThrow().toString(),
                    subject.toString(),
                    text(described, settings.nameField()),
                    verified ? text(described, "email") : Optional.empty());
        } catch (IllegalArgumentException unusable) {
            throw new OpenIdFailure(Code.TOKEN, unusable.getMessage());
        }
    }

    private static Optional<String> text(Map<String, Object> described, String field) {
        return described.get(field) instanceof String text ? Optional.of(text) : Optional.empty();
    }
}
