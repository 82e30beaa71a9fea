package org.wvwbuilder.backup.offsite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The examples of the service's own documentation, with their published results. */
class SignatureTests {
    private static final Signature EXAMPLE =
            new Signature("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "us-east-1");
    private static final Instant AT = Instant.parse("2013-05-24T00:00:00Z");
    private static final String HOST = "examplebucket.s3.amazonaws.com";

    @Test
    void aRangeOfAnObject() {
        assertThat(signed("GET", "/test.txt", Map.of(), Map.of("host", HOST, "range", "bytes=0-9"), ""))
                .isEqualTo("f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
    }

    @Test
    void aNewObject() {
        var headers = Map.of(
                "host", HOST, "date", "Fri, 24 May 2013 00:00:00 GMT", "x-amz-storage-class", "REDUCED_REDUNDANCY");
        assertThat(signed(
                        "PUT",
                        "/" + Signature.encoded("test$file.text", true),
                        Map.of(),
                        headers,
                        "Welcome to Amazon S3."))
                .isEqualTo("98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd");
    }

    @Test
    void aQuestionWithoutAValue() {
        assertThat(signed("GET", "/", Map.of("lifecycle", ""), Map.of("host", HOST), ""))
                .isEqualTo("fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543");
    }

    @Test
    void aList() {
        assertThat(signed("GET", "/", Map.of("max-keys", "2", "prefix", "J"), Map.of("host", HOST), ""))
                .isEqualTo("34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7");
    }

    @Test
    void whatIsNotPlainIsEncoded() {
        assertThat(Signature.encoded("a b/é+~_-.", true)).isEqualTo("a%20b/%C3%A9%2B~_-.");
        assertThat(Signature.encoded("a/b", false)).isEqualTo("a%2Fb");
    }

    @Test
    void theSecretIsNotShown() {
        assertThat(EXAMPLE.toString()).doesNotContain("wJalr");
    }

    private static String signed(
            String method, String path, Map<String, String> query, Map<String, String> headers, String body) {
        var all =
                EXAMPLE.headers(method, path, new TreeMap<>(query), headers, body.getBytes(StandardCharsets.UTF_8), AT);
        return all.get("authorization").replaceAll(".*Signature=", "");
    }
}
