package org.wvwbuilder.auth.openid;

import static org.jose4j.jws.AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256;
import static org.jose4j.jws.AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384;
import static org.jose4j.jws.AlgorithmIdentifiers.EDDSA;
import static org.jose4j.jws.AlgorithmIdentifiers.RSA_PSS_USING_SHA256;
import static org.jose4j.jws.AlgorithmIdentifiers.RSA_USING_SHA256;

import java.security.Key;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;
import org.wvwbuilder.auth.openid.OpenIdFailure.Code;
import org.wvwbuilder.auth.secret.Secret;

/** Believes an ID token, or not: section 3.1.3.7 of OpenID Connect Core, with signatures of public keys only. */
record IdTokens(Metadata metadata, String clientId, ProviderKeys keys, InstantSource clock) {
    private static final int LONGEST = 32 << 10;
    private static final int LEEWAY_SECONDS = 60;

    Person verify(String token, String nonce) throws OpenIdFailure {
        if (token.length() > LONGEST) throw untrusted("it is too long");
        try {
            var claims = consumer().processToClaims(token);
            requireOurs(claims, nonce);
            boolean verified = Boolean.TRUE.equals(claims.getClaimValue("email_verified"));
            return new Person(
                    metadata.issuer(),
                    claims.getSubject(),
                    text(claims, "preferred_username").or(() -> text(claims, "name")),
                    verified ? text(claims, "email") : Optional.empty());
        } catch (InvalidJwtException | MalformedClaimException refused) {
            if (refused.getCause() instanceof UnresolvableKeyException missing) throw untrusted(missing.getMessage());
            throw untrusted("a claim or the signature is wrong");
        } catch (IllegalArgumentException unusable) {
            throw untrusted(unusable.getMessage());
        }
    }

    private JwtConsumer consumer() {
        return new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(
                        ConstraintType.PERMIT,
                        RSA_USING_SHA256,
                        RSA_PSS_USING_SHA256,
                        ECDSA_USING_P256_CURVE_AND_SHA256,
                        ECDSA_USING_P384_CURVE_AND_SHA384,
                        EDDSA)
                .setVerificationKeyResolver(this::key)
                .setExpectedIssuer(true, metadata.issuer())
                .setExpectedAudience(true, clientId)
                .setRequireSubject()
                .setRequireIssuedAt()
                .setRequireExpirationTime()
                .setAllowedClockSkewInSeconds(LEEWAY_SECONDS)
                .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                .build();
    }

    private Key key(JsonWebSignature signature, List<JsonWebStructure> around) throws UnresolvableKeyException {
        try {
            return keys.find(metadata.keys(), signature);
        } catch (OpenIdFailure | JoseException missing) {
            throw new UnresolvableKeyException(missing.getMessage());
        }
    }

    private void requireOurs(JwtClaims claims, String nonce) throws OpenIdFailure, MalformedClaimException {
        var party = claims.getStringClaimValue("azp");
        if (party == null ? claims.getAudience().size() > 1 : !party.equals(clientId)) {
            throw untrusted("it was made for another client");
        }
        var said = claims.getStringClaimValue("nonce");
        if (said == null || !Secret.same(said, nonce)) throw untrusted("it belongs to another sign-in");
    }

    private static Optional<String> text(JwtClaims claims, String name) {
        return claims.getClaimValue(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private static OpenIdFailure untrusted(String why) {
        return new OpenIdFailure(Code.TOKEN, "the ID token is refused: " + why);
    }
}
