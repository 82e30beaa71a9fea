package org.wvwbuilder.backup.offsite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RemedyTests {
    @Test
    void thePageHasWordsForEachRemedy() throws Exception {
        var page = Files.readString(Path.of("src/main/web/backups/told.js"));
        for (var remedy : Faults.CODES.values()) assertThat(page).contains("'" + remedy + "':");
        assertThat(page).contains("'" + Faults.UNKNOWN + "':");
    }
}
