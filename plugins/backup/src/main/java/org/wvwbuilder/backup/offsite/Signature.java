package org.wvwbuilder.backup.offsite;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs requests as S3 asks for it: AWS Signature Version 4, in the header, over the whole body. */
record Signature(String accessKey, String secret, String region) {
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";

    /**
     * The headers of a request, among them the signature over all of them.
     *
     * @param path from the root, encoded as it is sent
     * @param query names and values, not encoded
     * @param headers by lower-case names, the host among them
     */
    SortedMap<String, String> headers(
            String method,
            String path,
            SortedMap<String, String> query,
            Map<String, String> headers,
            byte[] body,
            Instant at) {
        var all = new TreeMap<>(headers);
        var second = SECOND.format(at);
        all.put("x-amz-content-sha256", sha256(body));
        all.put("x-amz-date", second);
        var names = String.join(";", all.keySet());
        var lines = all.entrySet().stream()
                .map(header -> header.getKey() + ":" + header.getValue().strip() + "\n")
                .collect(Collectors.joining());
        var canonical = String.join("\n", method, path, query(query), lines, names, sha256(body));
        var day = second.substring(0, 8);
        var scope = day + "/" + region + "/s3/aws4_request";
        var text = String.join("\n", ALGORITHM, second, scope, sha256(bytes(canonical)));
        var signature = HexFormat.of().formatHex(hmac(key(day), text));
        all.put(
                "authorization",
                ALGORITHM + " Credential=" + accessKey + "/" + scope + ",SignedHeaders=" + names + ",Signature="
                        + signature);
        return all;
    }

    /** Encoded as it is signed, and so as it has to be sent. */
    static String query(SortedMap<String, String> query) {
        return query.entrySet().stream()
                .map(each -> encoded(each.getKey(), false) + "=" + encoded(each.getValue(), false))
                .collect(Collectors.joining("&"));
    }

    /** @param path whether slashes stay what they are */
    static String encoded(String text, boolean path) {
        var out = new StringBuilder();
        for (byte each : bytes(text)) {
            char c = (char) (each & 0xFF);
            boolean plain =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-_.~".indexOf(c) >= 0;
            if (plain || path && c == '/') out.append(c);
            else out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(each));
        }
        return out.toString();
    }

    private byte[] key(String day) {
        var key = hmac(bytes("AWS4" + secret), day);
        for (var part : new String[] {region, "s3", "aws4_request"}) key = hmac(key, part);
        return key;
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(bytes(text));
        } catch (GeneralSecurityException never) {
            throw new IllegalStateException("every Java runtime has HmacSHA256", never);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException never) {
            throw new IllegalStateException("every Java runtime has SHA-256", never);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Signature of " + accessKey;
    }
}
