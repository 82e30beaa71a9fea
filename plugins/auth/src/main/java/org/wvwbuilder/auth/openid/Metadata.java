package org.wvwbuilder.auth.openid;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.wvwbuilder.auth.openid.OpenIdFailure.Code;

/**
 * What a provider of OpenID Connect tells about itself.
 *
 * @param namesItself whether it says on the way back who it is (RFC 9207)
 * @param secretInForm whether the client's secret goes into the form, as the only way that it takes
 */
record Metadata(String issuer, URI authorization, URI token, URI keys, boolean namesItself, boolean secretInForm) {

    /** @throws OpenIdFailure when it speaks for another issuer, or lacks what is needed */
    static Metadata of(URI issuer, Map<String, Object> document) throws OpenIdFailure {
        if (!issuer.toString().equals(document.get("issuer"))) {
            throw new OpenIdFailure(
                    Code.PROVIDER, "the provider at " + issuer + " calls itself " + document.get("issuer"));
        }
        var methods = document.get("token_endpoint_auth_methods_supported");
        return new Metadata(
                issuer.toString(),
                address(document, "authorization_endpoint"),
                address(document, "token_endpoint"),
                address(document, "jwks_uri"),
                Boolean.TRUE.equals(document.get("authorization_response_iss_parameter_supported")),
                methods instanceof List<?> list
                        && list.contains("client_secret_post")
                        && !list.contains("client_secret_basic"));
    }

    private static URI address(Map<String, Object> document, String field) throws OpenIdFailure {
        try {
            return SafeAddress.check(URI.create(String.valueOf(document.get(field))));
        } catch (IllegalArgumentException unusable) {
            throw new OpenIdFailure(
                    Code.PROVIDER, "the provider's " + field + " is not usable: " + unusable.getMessage());
        }
    }
}
