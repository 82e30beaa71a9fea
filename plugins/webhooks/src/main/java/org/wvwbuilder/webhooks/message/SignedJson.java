package org.wvwbuilder.webhooks.message;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Events as signed JSON, by the convention "Standard Webhooks": three headers, and an HMAC-SHA-256 over id, time and body.
 * Libraries for many languages check it.
 */
public final class SignedJson {
    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;

    private SignedJson() {}

    /** @param names of the accounts that the event names, by id */
    public static String body(Facts facts, String eventId, Map<String, String> names) {
        var whole = new LinkedHashMap<String, Object>();
        whole.put("type", facts.type());
        whole.put("id", eventId);
        whole.put("timestamp", facts.at().truncatedTo(ChronoUnit.MILLIS).toString());
        whole.put("data", facts.values());
        whole.put("people", names);
        return json(whole);
    }

    static String json(Map<String, Object> whole) {
        try {
            return JSON.std.with(JSON.Feature.WRITE_NULL_PROPERTIES).asString(whole);
        } catch (IOException never) {
            throw new UncheckedIOException("a string takes whatever is written", never);
        }
    }

    /** A new secret, as receivers' libraries take it. */
    public static String secret() {
        var secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        return PREFIX + Base64.getEncoder().encodeToString(secret);
    }

    /** The headers of one attempt. */
    public static Map<String, String> headers(String secret, String eventId, Instant now, String body) {
        long seconds = now.getEpochSecond();
        return Map.of(
                "Webhook-Id",
                eventId,
                "Webhook-Timestamp",
                Long.toString(seconds),
                "Webhook-Signature",
                "v1," + signature(secret, eventId + "." + seconds + "." + body));
    }

    private static String signature(String secret, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(PREFIX.length())), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException defect) {
            throw new IllegalStateException("HmacSHA256 does not work in this Java runtime", defect);
        }
    }
}
