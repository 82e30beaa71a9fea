package org.wvwbuilder.auth.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wvwbuilder.auth.Installation;
import org.wvwbuilder.auth.secret.MasterKey;
import org.wvwbuilder.data.DataHost;
import org.wvwbuilder.plugin.Authenticator.InvalidCredentials;
import org.wvwbuilder.testing.TestClock;
import org.wvwbuilder.testing.TestDatabase;

/** A6: what {@link AccessTokens} did not sign itself, for now and for us, is no token. */
class ForgedTokensTests {
    private static final TestClock CLOCK = new TestClock(Installation.START);
    private static TestDatabase database;
    private static DataHost data;
    private static SigningKeys keys;
    private static AccessTokens tokens;
    private static String good;

    @BeforeAll
    static void open() throws Exception {
        database = TestDatabase.sqlite();
        data = Installation.data(database, CLOCK);
        keys = new SigningKeys(data.database(), new MasterKey(new byte[32]).box(), CLOCK);
        keys.ensure();
        tokens = new AccessTokens(keys, Duration.ofMinutes(15), CLOCK);
        good = tokens.sign("user", "session", "member");
    }

    @AfterAll
    static void close() {
        data.close();
        database.close();
    }

    @Test
    void whatWeSignIsGood() throws Exception {
        var verified = tokens.verify(good);
        assertThat(verified.userId()).isEqualTo("user");
        assertThat(verified.sessionId()).isEqualTo("session");
        assertThat(text(good.split("\\.")[0])).contains("\"typ\":\"at+jwt\"").contains("\"alg\":\"ES256\"");
        assertThat(text(good.split("\\.")[1])).contains("\"role\":\"member\"");
        assertThat(tokens.verify(signed(header(), claims(), own()))).isEqualTo(verified);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forged")
    void noForgedTokenIsGood(String what, String token) {
        assertThatThrownBy(() -> tokens.verify(token)).isInstanceOf(InvalidCredentials.class);
    }

    static Stream<Arguments> forged() throws Exception {
        var parts = good.split("\\.");
        var all = new LinkedHashMap<String, String>();
        all.put("nothing", "");
        all.put("dots", "..");
        all.put("two parts", parts[0] + "." + parts[1]);
        all.put("four parts", good + ".x");
        all.put("no signature", parts[0] + "." + parts[1] + ".");
        all.put("another payload", parts[0] + "." + base64(claims().replace("member", "admin")) + "." + parts[2]);
        all.put(
                "the last character changed",
                good.substring(0, good.length() - 1) + other(good.charAt(good.length() - 1)));
        all.put("padding", good + "==");
        all.put("a space in front", " " + good);
        all.put("a line break", good + "\n");
        all.put("alg none", base64(header().replace("ES256", "none")) + "." + parts[1] + ".");
        all.put(
                "alg None with the signature",
                base64(header().replace("ES256", "None")) + "." + parts[1] + "." + parts[2]);
        all.put("HS256 with the public key", hmac());
        all.put("zeros for a signature", parts[0] + "." + parts[1] + "." + bytes(new byte[64]));
        all.put("a stranger's key under our kid", signed(header(), claims(), stranger()));
        all.put("a stranger's kid", signed(header().replace(kid(), "other"), claims(), stranger()));
        all.put("no kid", signed("{\"alg\":\"ES256\",\"typ\":\"at+jwt\"}", claims(), own()));
        all.put("jwk in the header", signed(with(header(), "\"jwk\":{\"kty\":\"EC\"}"), claims(), own()));
        all.put("jku in the header", signed(with(header(), "\"jku\":\"https://evil.example/keys\""), claims(), own()));
        all.put("x5u in the header", signed(with(header(), "\"x5u\":\"https://evil.example/c\""), claims(), own()));
        all.put("x5c in the header", signed(with(header(), "\"x5c\":[\"MII\"]"), claims(), own()));
        all.put("crit in the header", signed(with(header(), "\"crit\":[\"exp\"],\"exp\":1"), claims(), own()));
        all.put("doubled alg", signed(with(header(), "\"alg\":\"none\""), claims(), own()));
        all.put("typ JWT", signed(header().replace("at+jwt", "JWT"), claims(), own()));
        all.put("no typ", signed(header().replace("\"typ\":\"at+jwt\",", ""), claims(), own()));
        all.put("other issuer", signed(header(), claims().replace("\"wvw-builder\"", "\"evil\""), own()));
        all.put("other audience", signed(header(), claims().replace("wvw-builder/api", "other"), own()));
        all.put("no expiry", signed(header(), claims().replace("\"exp\":", "\"xexp\":"), own()));
        all.put("no session", signed(header(), claims().replace("\"sid\":", "\"xsid\":"), own()));
        all.put("no subject", signed(header(), claims().replace("\"sub\":", "\"xsub\":"), own()));
        all.put("no jti", signed(header(), claims().replace("\"jti\":", "\"xjti\":"), own()));
        all.put("expired", signed(header(), claims(-901), own()));
        all.put("for later", signed(header(), claims(60), own()));
        all.put("doubled claims", signed(header(), with(claims(), "\"sub\":\"admin\""), own()));
        all.put("expiry as text", signed(header(), claims().replaceAll("\"exp\":(\\d+)", "\"exp\":\"$1\""), own()));
        all.put("claims that are no object", signed(header(), "[1]", own()));
        all.put("claims that are no JSON", signed(header(), "sub=admin", own()));
        all.put("deep claims", signed(header(), "[".repeat(600) + "]".repeat(600), own()));
        all.put("huge", signed(header(), with(claims(), "\"x\":\"" + "x".repeat(7000) + "\""), own()));
        all.put("an encrypted one", base64("{\"alg\":\"dir\",\"enc\":\"A128GCM\"}") + "..AAAA.AAAA.AAAA");
        return all.entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    private static String kid() {
        return keys.current().signer(CLOCK.millis()).kid();
    }

    private static String header() {
        return "{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":\"" + kid() + "\"}";
    }

    private static String claims() {
        return claims(0);
    }

    private static String claims(long late) {
        long now = Installation.START.getEpochSecond() + late;
        return """
                {"iss":"wvw-builder","aud":"wvw-builder/api","sub":"user","sid":"session","role":"member",\
                "jti":"1","iat":%d,"nbf":%d,"exp":%d}""".formatted(now, now - (late == 0 ? 30 : 0), now + 900);
    }

    private static String with(String object, String member) {
        return object.substring(0, object.length() - 1) + "," + member + "}";
    }

    private static PrivateKey own() {
        return keys.current().signer(CLOCK.millis()).privateKey().orElseThrow();
    }

    private static PrivateKey stranger() throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair().getPrivate();
    }

    private static String signed(String header, String claims, PrivateKey key) throws Exception {
        var input = base64(header) + "." + base64(claims);
        var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(key);
        signature.update(input.getBytes(StandardCharsets.US_ASCII));
        return input + "." + bytes(signature.sign());
    }

    private static String hmac() throws Exception {
        var input = base64(header().replace("ES256", "HS256")) + "." + base64(claims());
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(
                keys.current().signer(CLOCK.millis()).publicKey().getEncoded(), "HmacSHA256"));
        return input + "." + bytes(mac.doFinal(input.getBytes(StandardCharsets.US_ASCII)));
    }

    private static char other(char last) {
        // The lowest bits of the last character belong to no byte: some decoders do not look at them.
        return last == 'A' ? 'B' : last == 'Q' ? 'R' : last == 'g' ? 'h' : 'x';
    }

    private static String base64(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String bytes(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String text(String base64) {
        return new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.UTF_8);
    }
}
