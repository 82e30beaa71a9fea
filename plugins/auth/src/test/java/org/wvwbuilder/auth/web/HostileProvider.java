package org.wvwbuilder.auth.web;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;

/** A provider that sends whatever token a test wants, and counts how often it is asked for its keys. */
final class HostileProvider implements AutoCloseable {
    static final String CLIENT = "wvw";
    final RsaJsonWebKey key = key("one");
    final AtomicInteger keysAsked = new AtomicInteger();
    volatile String metadataIssuer;
    volatile Supplier<String> token = () -> "";
    volatile String more = "";
    private final HttpServer server;

    HostileProvider() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        metadataIssuer = issuer();
        serve("/.well-known/openid-configuration", () ->
                """
                {"issuer": "%s", "authorization_endpoint": "%s/authorize", "token_endpoint": "%s/token",
                 "jwks_uri": "%s/keys"%s}""".formatted(metadataIssuer, issuer(), issuer(), issuer(), more));
        serve("/token", () -> "{\"access_token\": \"opaque\", \"id_token\": \"" + token.get() + "\"}");
        serve(
                "/person",
                () -> "{\"id\": \"80351110224678912\", \"username\": \"nelly\", \"verified\": true,"
                        + " \"email\": \"nelly@guild.example\"}");
        serve("/huge", () -> "{\"id\": \"" + "x".repeat(300_000) + "\"}");
        serve("/keys", () -> {
            keysAsked.incrementAndGet();
            return "{\"keys\": [" + key.toJson() + "]}";
        });
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    URI at(String path) {
        return URI.create(issuer() + path);
    }

    /** A token as an honest provider makes it. */
    JwtClaims claims(String nonce, long nowMillis) {
        var claims = new JwtClaims();
        claims.setIssuer(issuer());
        claims.setAudience(CLIENT);
        claims.setSubject("person-1");
        claims.setIssuedAt(NumericDate.fromMilliseconds(nowMillis));
        claims.setExpirationTime(NumericDate.fromMilliseconds(nowMillis + 60_000));
        claims.setStringClaim("nonce", nonce);
        claims.setStringClaim("preferred_username", "Nelly");
        return claims;
    }

    String signed(JwtClaims claims) {
        return signed(claims, key);
    }

    static String signed(JwtClaims claims, RsaJsonWebKey key) {
        try {
            var signature = new JsonWebSignature();
            signature.setAlgorithmHeaderValue("RS256");
            signature.setKeyIdHeaderValue(key.getKeyId());
            signature.setKey(key.getPrivateKey());
            signature.setPayload(claims.toJson());
            return signature.getCompactSerialization();
        } catch (org.jose4j.lang.JoseException impossible) {
            throw new AssertionError(impossible);
        }
    }

    static RsaJsonWebKey key(String kid) {
        try {
            var key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(kid);
            return key;
        } catch (org.jose4j.lang.JoseException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private void serve(String path, Supplier<String> body) {
        server.createContext(path, exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                var bytes = body.get().getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
            } catch (IOException hungUp) {
                // The client hung up, as it does on what is too large.
            }
        });
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
