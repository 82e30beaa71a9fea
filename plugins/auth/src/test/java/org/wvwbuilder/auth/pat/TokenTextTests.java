package org.wvwbuilder.auth.pat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.api.Test;

class TokenTextTests {

    @Test
    void aTokenIsKnownByItsShapeAndNoTwoAreAlike() {
        var seen = new HashSet<String>();
        for (int i = 0; i < 1000; i++) {
            var text = TokenText.next();
            assertThat(text).matches("gw2p_[0-9A-Za-z]{49}");
            assertThat(TokenText.plausible(text)).isTrue();
            seen.add(text);
        }
        assertThat(seen).hasSize(1000);
    }

    @Test
    void everySingleTypingErrorShows() {
        var text = TokenText.next();
        for (int i = 0; i < text.length(); i++) {
            var other = text.charAt(i) == 'x' ? 'y' : 'x';
            assertThat(TokenText.plausible(text.substring(0, i) + other + text.substring(i + 1)))
                    .as("at %d", i)
                    .isFalse();
            assertThat(TokenText.plausible(text.substring(0, i))).isFalse();
        }
    }
}
