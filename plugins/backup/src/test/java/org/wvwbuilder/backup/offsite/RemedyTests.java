package org.wvwbuilder.backup.offsite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RemedyTests {
    @Test
    void thePageHasWordsForEachRemedy() throws Exception {
        try (var in = Faults.class.getResourceAsStream("/META-INF/wvw/ui/backups/told.js")) {
            var page = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (var remedy : Faults.CODES.values()) assertThat(page).contains("'" + remedy + "':");
            assertThat(page).contains("'" + Faults.UNKNOWN + "':");
        }
    }
}
