package org.wvwbuilder.auth.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.auth.AuthSettings.Registration;
import org.wvwbuilder.auth.Client;
import org.wvwbuilder.auth.Installation;
import org.wvwbuilder.auth.ProviderSettings;
import org.wvwbuilder.testing.TestDatabase;

/** What a provider, or somebody who stands in for it, may send, and what nobody here believes. */
class ForgedIdTokenTests {
    private static final String REFUSED = "/sign-in#error=openid-token";
    private final TestDatabase database = TestDatabase.sqlite();
    private HostileProvider provider;
    private House house;

    @BeforeEach
    void open() throws Exception {
        provider = new HostileProvider();
        house = House.of(
                database,
                Installation.settings(
                        Registration.OPEN,
                        Map.of("guild", connect(), "plain", plain("/person"), "huge", plain("/huge"))));
    }

    @AfterEach
    void close() {
        house.close();
        provider.close();
        database.close();
    }

    private ProviderSettings connect() {
        return new ProviderSettings(
                Optional.empty(),
                Optional.of(URI.create(provider.issuer())),
                HostileProvider.CLIENT,
                Optional.of("s3cret"),
                List.of("openid"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "id",
                "username");
    }

    private ProviderSettings plain(String person) {
        return new ProviderSettings(
                Optional.empty(),
                Optional.empty(),
                HostileProvider.CLIENT,
                Optional.of("s3cret"),
                List.of("identify"),
                Optional.of(provider.at("/authorize")),
                Optional.of(provider.at("/token")),
                Optional.of(provider.at(person)),
                "id",
                "username");
    }

    /** Where a browser ends up that comes back while the provider sends this token. */
    private String endsUp(Function<JwtClaims, String> token) {
        return endsUp(token, "");
    }

    private String endsUp(Function<JwtClaims, String> token, String more) {
        var journey = Journey.start(house, "guild");
        var claims = provider.claims(
                journey.query().get("nonce"), house.installation().clock.millis());
        provider.token = () -> token.apply(claims);
        return place(journey.back("guild", more));
    }

    @Test
    void anHonestTokenIsBelieved() {
        assertThat(endsUp(provider::signed)).isEqualTo("/");
        assertThat(endsUp(provider::signed, "&iss=" + provider.issuer())).isEqualTo("/");
    }

    @Test
    void aReturnIsGoodOnceEvenIfTheProviderTakesItsCodeTwice() {
        var journey = Journey.start(house, "guild");
        var claims = provider.claims(
                journey.query().get("nonce"), house.installation().clock.millis());
        provider.token = () -> provider.signed(claims);
        assertThat(place(journey.back("guild", ""))).isEqualTo("/");
        assertThat(place(journey.back("guild", ""))).isEqualTo("/sign-in#error=openid-state");
        house.installation().clock.advance(Duration.ofMinutes(10));
        assertThat(place(journey.back("guild", ""))).isEqualTo("/sign-in#error=openid-state");
    }

    @Test
    void aTokenWithoutASignatureIsRefused() {
        assertThat(endsUp(claims -> unsigned(claims))).isEqualTo(REFUSED);
    }

    @Test
    void aTokenSignedWithWhatEverybodyKnowsIsRefused() {
        for (var secret : List.of(
                provider.key.getRsaPublicKey().getEncoded(), "s3cret".repeat(8).getBytes())) {
            assertThat(endsUp(claims -> hmac(claims, secret))).isEqualTo(REFUSED);
        }
    }

    @Test
    void aTokenOfAnotherKeyIsRefusedWhateverItCallsItself() {
        var stranger = HostileProvider.key("one");
        assertThat(endsUp(claims -> HostileProvider.signed(claims, stranger))).isEqualTo(REFUSED);
        var unknown = HostileProvider.key("two");
        assertThat(endsUp(claims -> HostileProvider.signed(claims, unknown))).isEqualTo(REFUSED);
    }

    @Test
    void wrongClaimsAreRefused() {
        long now = house.installation().clock.millis();
        assertThat(changed(claims -> claims.setStringClaim("nonce", "another"))).isEqualTo(REFUSED);
        assertThat(changed(claims -> claims.unsetClaim("nonce"))).isEqualTo(REFUSED);
        assertThat(changed(claims -> claims.setAudience("somebody else"))).isEqualTo(REFUSED);
        assertThat(changed(claims -> claims.setAudience(HostileProvider.CLIENT, "somebody else")))
                .isEqualTo(REFUSED);
        assertThat(changed(claims -> claims.setStringClaim("azp", "somebody else")))
                .isEqualTo(REFUSED);
        assertThat(changed(claims -> claims.setIssuer("https://evil.example"))).isEqualTo(REFUSED);
        assertThat(changed(claims -> claims.unsetClaim("sub"))).isEqualTo(REFUSED);
        assertThat(changed(claims -> claims.unsetClaim("exp"))).isEqualTo(REFUSED);
        assertThat(changed(claims -> claims.setExpirationTime(NumericDate.fromMilliseconds(now - 61_000))))
                .isEqualTo(REFUSED);
        assertThat(changed(claims -> claims.setSubject("x".repeat(256)))).isEqualTo(REFUSED);
        assertThat(changed(claims -> claims.setStringClaim("padding", "x".repeat(40_000))))
                .isEqualTo(REFUSED);
        assertThat(changed(claims -> {})).isEqualTo("/");
    }

    @Test
    void anAnswerInTheNameOfAnotherProviderIsRefused() {
        assertThat(endsUp(provider::signed, "&iss=https://evil.example")).isEqualTo(REFUSED);
        provider.metadataIssuer = "https://evil.example";
        house.installation().clock.advance(Duration.ofHours(2));
        assertThat(place(house.client().get("/auth/openid/guild/start"))).isEqualTo("/sign-in#error=openid-provider");
    }

    @Test
    void aProviderThatPromisesToNameItselfMustDoSo() {
        provider.more = ", \"authorization_response_iss_parameter_supported\": true";
        assertThat(endsUp(provider::signed)).isEqualTo(REFUSED);
        assertThat(endsUp(provider::signed, "&iss=" + provider.issuer())).isEqualTo("/");
    }

    @Test
    void forgedTokensDoNotMakeUsKnockAtTheProvidersDoor() {
        var unknown = HostileProvider.key("two");
        for (int i = 0; i < 5; i++) endsUp(claims -> HostileProvider.signed(claims, unknown));
        assertThat(provider.keysAsked).hasValue(1);
        house.installation().clock.advance(Duration.ofSeconds(61));
        endsUp(claims -> HostileProvider.signed(claims, unknown));
        assertThat(provider.keysAsked).hasValue(2);
    }

    @Test
    void aRefusalAtTheProviderIsToldAsSuch() {
        var journey = Journey.start(house, "guild");
        var path = "/auth/openid/guild/callback?error=access_denied&state="
                + journey.query().get("state");
        assertThat(place(journey.back(path))).isEqualTo("/sign-in#error=openid-denied");
    }

    @Test
    void aProviderWithoutOpenIdDescribesThePerson() {
        var journey = Journey.start(house, "plain");
        assertThat(journey.query()).doesNotContainKey("nonce");
        assertThat(place(journey.back("plain", ""))).isEqualTo("/");
        var users = house.asAdmin().get("/users?q=nelly").json();
        assertThat(users.at("/items/0/email").asText()).isEqualTo("nelly@guild.example");
        assertThat(place(Journey.start(house, "plain").back("guild", "")))
                .as("the way back of another provider")
                .isEqualTo("/sign-in#error=openid-state");
    }

    @Test
    void anAnswerThatIsTooLargeIsNotRead() {
        assertThat(place(Journey.start(house, "huge").back("huge", ""))).isEqualTo("/sign-in#error=openid-provider");
    }

    /** Where on our own server the browser is sent. */
    private String place(Client.Reply reply) {
        return reply.header("Location").replaceFirst("^" + house.client().origin(), "");
    }

    private String changed(java.util.function.Consumer<JwtClaims> change) {
        return endsUp(claims -> {
            change.accept(claims);
            return provider.signed(claims);
        });
    }

    private static String unsigned(JwtClaims claims) {
        var encoder = java.util.Base64.getUrlEncoder().withoutPadding();
        return encoder.encodeToString("{\"alg\":\"none\"}".getBytes()) + "."
                + encoder.encodeToString(claims.toJson().getBytes()) + ".";
    }

    private static String hmac(JwtClaims claims, byte[] secret) {
        try {
            var signature = new JsonWebSignature();
            signature.setAlgorithmHeaderValue("HS256");
            signature.setKeyIdHeaderValue("one");
            signature.setKey(new HmacKey(secret));
            signature.setPayload(claims.toJson());
            return signature.getCompactSerialization();
        } catch (org.jose4j.lang.JoseException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
