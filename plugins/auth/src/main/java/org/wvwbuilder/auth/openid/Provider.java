package org.wvwbuilder.auth.openid;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.wvwbuilder.auth.ProviderSettings;
import org.wvwbuilder.auth.openid.OpenIdFailure.Code;

/** Somebody who vouches for people: sends them away to sign in, and tells who came back. */
sealed interface Provider permits Connect, PlainOAuth {

    ProviderSettings settings();

    /** Where the browser is to go. */
    URI departure(Flow flow) throws OpenIdFailure;

    /**
     * Who came back.
     *
     * @param issuer who the provider says it is, if it says so (RFC 9207)
     */
    Person person(Flow flow, String code, Optional<String> issuer) throws OpenIdFailure;

    /** The parameters that every authorization request has. */
    static URI departure(URI endpoint, ProviderSettings settings, Flow flow, Map<String, String> more) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("response_type", "code");
        parameters.put("client_id", settings.clientId());
        parameters.put("redirect_uri", flow.redirect());
        parameters.put("scope", String.join(" ", settings.scopes()));
        parameters.put("state", flow.state());
        parameters.put("code_challenge", flow.challenge());
        parameters.put("code_challenge_method", "S256");
        parameters.putAll(more);
        var join = endpoint.getRawQuery() == null ? "?" : "&";
        return URI.create(endpoint + join + Fetch.query(parameters));
    }

    /** Exchanges the code, and gives one of the tokens. */
    static String token(Fetch fetch, URI endpoint, ProviderSettings settings, Flow flow, Exchange exchange)
            throws OpenIdFailure {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "authorization_code");
        form.put("code", exchange.code());
        form.put("redirect_uri", flow.redirect());
        form.put("code_verifier", flow.verifier());
        var headers = new LinkedHashMap<String, String>();
        var secret = settings.clientSecret();
        if (secret.isPresent() && !exchange.secretInForm()) {
            headers.put("Authorization", basic(settings.clientId(), secret.get()));
        } else {
            form.put("client_id", settings.clientId());
            secret.ifPresent(text -> form.put("client_secret", text));
        }
        if (fetch.post(endpoint, headers, form).get(exchange.token()) instanceof String token) return token;
        throw new OpenIdFailure(Code.PROVIDER, "the provider sent no " + exchange.token());
    }

    /**
     * @param token the field of the answer that is wanted
     * @param secretInForm whether the client's secret goes into the form
     */
    record Exchange(String code, String token, boolean secretInForm) {

        @Override
        public String toString() {
            return "Exchange for " + token;
        }
    }

    /** RFC 6749, section 2.3.1: both are form-encoded before. */
    private static String basic(String id, String secret) {
        var pair = Fetch.encoded(id) + ":" + Fetch.encoded(secret);
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
