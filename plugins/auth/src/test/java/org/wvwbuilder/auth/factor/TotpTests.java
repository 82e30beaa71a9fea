package org.wvwbuilder.auth.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class TotpTests {
    /** The secret of the test vectors of RFC 6238, appendix B. */
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @Test
    void theCodesAreThoseOfTheStandard() {
        var seconds = List.of(59L, 1111111109L, 1111111111L, 1234567890L, 2000000000L, 20000000000L);
        assertThat(seconds.stream().map(at -> Totp.code(SECRET, at / 30)))
                .containsExactly("287082", "081804", "050471", "005924", "279037", "353130");
    }

    @Test
    void aClockMayBeOneStepAwayAndNoMore() {
        long now = 1_111_111_111_000L;
        long step = now / 30_000;
        for (long near = step - 1; near <= step + 1; near++) {
            assertThat(Totp.step(SECRET, Totp.code(SECRET, near), now)).hasValue(near);
        }
        assertThat(Totp.step(SECRET, Totp.code(SECRET, step - 2), now)).isEmpty();
        assertThat(Totp.step(SECRET, Totp.code(SECRET, step + 2), now)).isEmpty();
    }

    @Test
    void base32IsThatOfTheStandard() {
        assertThat(Base32.encode("fooba".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTB");
        assertThat(Base32.encode("foobar".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTBOI");
    }

    @Test
    void codesAreReadAsPeopleTypeThem() {
        assertThat(TypedCode.of(" 123 456 ")).isEqualTo(new TypedCode.OfTheApp("123456"));
        var code = RecoveryCodes.next().getFirst();
        assertThat(TypedCode.of(RecoveryCodes.spaced(code).toLowerCase())).isEqualTo(new TypedCode.Recovery(code));
        for (var typed : List.of("", "12345", "1234567", "١٢٣٤٥٦", "A".repeat(1000), "12345x")) {
            assertThat(TypedCode.of(typed)).isInstanceOf(TypedCode.Nonsense.class);
        }
    }

    @Test
    void noTwoRecoveryCodesAreAlike() {
        var seen = new HashSet<String>();
        for (int i = 0; i < 100; i++) seen.addAll(RecoveryCodes.next());
        assertThat(seen).hasSize(1000).allMatch(code -> code.matches("[A-Z2-7]{24}"));
        assertThat(RecoveryCodes.spaced(seen.iterator().next())).matches("([A-Z2-7]{4}-){5}[A-Z2-7]{4}");
    }

    @Test
    void thePictureIsPlainSvg() {
        assertThat(QrPicture.svg("otpauth://totp/x"))
                .startsWith("<svg xmlns=")
                .doesNotContain("style", "script", "href");
    }
}
