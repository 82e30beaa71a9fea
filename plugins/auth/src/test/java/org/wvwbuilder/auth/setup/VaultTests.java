package org.wvwbuilder.auth.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.auth.Installation;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

/** B11: the master key is for the server alone, belongs to its database, and stands nowhere in it. */
class VaultTests {

    @OnBothEngines
    void aKeyThatOthersCanReadStopsThePlugin(TestDatabase database) throws Exception {
        Installation.of(database).close();
        var file = database.directory().resolve("master.key");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> Installation.of(database))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("chmod 600 " + file);
    }

    @OnBothEngines
    void aMissingKeyIsNotReplacedInSilence(TestDatabase database) throws Exception {
        Installation.of(database).close();
        var file = database.directory().resolve("master.key");
        Files.delete(file);
        assertThatThrownBy(() -> Installation.of(database))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is missing");
        assertThat(file).doesNotExist();
    }

    @OnBothEngines
    void anotherInstallationsKeyIsRefused(TestDatabase database) throws Exception {
        Installation.of(database).close();
        try (var foreign = TestDatabase.sqlite()) {
            Installation.of(foreign).close();
            Files.delete(database.directory().resolve("master.key"));
            Files.copy(
                    foreign.directory().resolve("master.key"),
                    database.directory().resolve("master.key"),
                    java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        }
        assertThatThrownBy(() -> Installation.of(database))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not the one");
    }

    @Test
    void theDatabaseHoldsNeitherTheKeyNorWhatItSeals() throws Exception {
        try (var database = TestDatabase.sqlite()) {
            String token;
            try (var installation = Installation.of(database)) {
                token = installation.setupToken();
            }
            var key =
                    Files.readString(database.directory().resolve("master.key")).strip();
            var file = new String(
                    Files.readAllBytes(database.directory().resolve("gw2_wvwbuilder.db")),
                    java.nio.charset.StandardCharsets.ISO_8859_1);
            assertThat(file).contains("auth_keys").doesNotContain(key).doesNotContain(token);
        }
    }
}
