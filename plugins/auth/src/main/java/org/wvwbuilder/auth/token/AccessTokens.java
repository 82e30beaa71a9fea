package org.wvwbuilder.auth.token;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.lang.JoseException;
import org.wvwbuilder.plugin.Authenticator.InvalidCredentials;

/**
 * Signs and verifies access tokens: JWT of RFC 9068 with ES256 and nothing else. A verified token says which session it
 * belongs to; what its owner may do is asked of the session, not of the token.
 */
public final class AccessTokens {
    static final String ISSUER = "wvw-builder";
    static final String AUDIENCE = "wvw-builder/api";
    static final String TYPE = "at+jwt";
    static final int LONGEST = 2048;
    private static final Set<String> HEADERS = Set.of("alg", "typ", "kid");
    /** Of nodes that share a database, one's clock may be a little behind. */
    private static final Duration LEEWAY = Duration.ofSeconds(30);

    private final SigningKeys keys;
    private final Duration lifetime;
    private final InstantSource clock;

    public AccessTokens(SigningKeys keys, Duration lifetime, InstantSource clock) {
        this.keys = keys;
        this.lifetime = lifetime;
        this.clock = clock;
    }

    /** What a good token says. */
    public record Verified(String userId, String sessionId, String kid, long notBefore, long expires) {}

    public Duration lifetime() {
        return lifetime;
    }

    public String sign(String userId, String sessionId, String role) {
        long now = clock.millis();
        var claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience(AUDIENCE);
        claims.setSubject(userId);
        claims.setJwtId(UUID.randomUUID().toString());
        claims.setIssuedAt(NumericDate.fromMilliseconds(now));
        claims.setNotBefore(NumericDate.fromMilliseconds(now - LEEWAY.toMillis()));
        claims.setExpirationTime(NumericDate.fromMilliseconds(now + lifetime.toMillis()));
        claims.setStringClaim("sid", sessionId);
        claims.setStringClaim("role", role);
        var key = keys.current().signer(now);
        var signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        signature.setHeader("typ", TYPE);
        signature.setKeyIdHeaderValue(key.kid());
        signature.setKey(key.privateKey().orElseThrow());
        signature.setPayload(claims.toJson());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException unusable) {
            throw new IllegalStateException(
                    "the signing key " + key.kid() + " does not sign: restore a backup", unusable);
        }
    }

    /** @throws InvalidCredentials for anything that {@link #sign} did not make, or not for now */
    public Verified verify(String token) throws InvalidCredentials {
        requireCanonical(token);
        try {
            var context = consumer().process(token);
            var header = ((JsonWebSignature) context.getJoseObjects().getFirst());
            requireOwnHeaders(header);
            return verified(context, header.getKeyIdHeaderValue());
        } catch (InvalidJwtException | MalformedClaimException | JoseException refused) {
            throw new InvalidCredentials(
                    "not a good access token: " + refused.getClass().getSimpleName());
        }
    }

    /** The public keys, for whoever wants to verify tokens, as JSON Web Keys. */
    public List<Map<String, Object>> publicKeys() {
        return keys.current().keys().stream().map(AccessTokens::jwk).toList();
    }

    /** Signs and verifies once, as a health check. */
    public void rehearse() throws InvalidCredentials {
        verify(sign("rehearsal", "rehearsal", "member"));
    }

    private JwtConsumer consumer() {
        return new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(
                        AlgorithmConstraints.ConstraintType.PERMIT,
                        AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256)
                .setVerificationKeyResolver((signature, nested) -> keys.current()
                        .find(String.valueOf(signature.getKeyIdHeaderValue()))
                        .orElseThrow(() -> new org.jose4j.lang.UnresolvableKeyException("not a key of ours"))
                        .publicKey())
                .setExpectedType(true, TYPE)
                .setExpectedIssuer(true, ISSUER)
                .setExpectedAudience(true, AUDIENCE)
                .setRequireSubject()
                .setRequireJwtId()
                .setRequireIssuedAt()
                .setRequireNotBefore()
                .setRequireExpirationTime()
                .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                .build();
    }

    private static Verified verified(JwtContext context, String kid)
            throws MalformedClaimException, InvalidCredentials {
        var claims = context.getJwtClaims();
        var session = claims.getStringClaimValue("sid");
        if (session == null) throw new InvalidCredentials("no session in the token");
        return new Verified(
                claims.getSubject(),
                session,
                kid,
                claims.getNotBefore().getValueInMillis(),
                claims.getExpirationTime().getValueInMillis());
    }

    private static void requireOwnHeaders(JsonWebSignature signature) throws InvalidCredentials, JoseException {
        var names = org.jose4j.json.JsonUtil.parseJson(signature.getHeaders().getFullHeaderAsJsonString())
                .keySet();
        if (!HEADERS.containsAll(names)) throw new InvalidCredentials("headers that we never set: " + names);
    }

    /** Base64url has more than one spelling of the same bytes; only the one that we would write is a token of ours. */
    private static void requireCanonical(String token) throws InvalidCredentials {
        if (token.length() > LONGEST) throw new InvalidCredentials("longer than any token of ours");
        var parts = token.split("\\.", -1);
        if (parts.length != 3) throw new InvalidCredentials("not three parts");
        for (var part : parts) {
            try {
                var bytes = Base64.getUrlDecoder().decode(part.getBytes(StandardCharsets.US_ASCII));
                var again = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
                if (!again.equals(part)) throw new InvalidCredentials("another spelling of base64url");
            } catch (IllegalArgumentException notBase64) {
                throw new InvalidCredentials("not base64url");
            }
        }
    }

    private static Map<String, Object> jwk(SigningKey key) {
        var jwk = new EllipticCurveJsonWebKey(key.publicKey());
        jwk.setKeyId(key.kid());
        jwk.setUse("sig");
        jwk.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        return jwk.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }
}
