package org.wvwbuilder.tools.fuzzer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CodesTests {
    /** The last six digits of RFC 6238, appendix B. */
    @Test
    void codesAreThoseOfTheStandard() {
        var secret = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
        assertThat(Codes.at(secret, 59 / 30)).isEqualTo("287082");
        assertThat(Codes.at(secret, 1_111_111_109L / 30)).isEqualTo("081804");
        assertThat(Codes.at(secret, 20_000_000_000L / 30)).isEqualTo("353130");
    }
}
