package org.wvwbuilder.backup.offsite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wvwbuilder.backup.OffsiteSettings;

class OffsitePlacesTests {
    @TempDir
    Path folder;

    private final List<String> told = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"rw-r--r--", "rw-r-----", "rw--w----", "rw----r--", "rw-----w-"})
    void aSecretThatOthersMayOpenKeepsThePlaceClosed(String mode) throws IOException {
        var secret = file("secret", "s3cr3t", mode);
        assertThatThrownBy(() -> open(Optional.of(secret), Optional.empty(), Map.of()))
                .isInstanceOfSatisfying(
                        OffsiteFault.class, fault -> assertThat(fault.kind()).isEqualTo(OffsiteFault.Kind.SETTINGS))
                .hasMessageContaining("chmod 600 " + secret)
                .hasMessageNotContaining("s3cr3t");
    }

    @Test
    void aSealingKeyThatOthersMayOpenKeepsThePlaceClosed() throws IOException {
        var secret = file("secret", "s3cr3t", "rw-------");
        open(Optional.of(secret), Optional.empty(), Map.of()).getFirst().close();
        Files.setPosixFilePermissions(folder.resolve("offsite.key"), PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() -> open(Optional.of(secret), Optional.empty(), Map.of()))
                .isInstanceOf(OffsiteFault.class)
                .hasMessageContaining("chmod 600 " + folder.resolve("offsite.key"));
    }

    @Test
    void theKeyIsMadeOnceAndItsPlaceIsTold() throws IOException {
        var secret = file("secret", "s3cr3t", "rw-------");
        open(Optional.of(secret), Optional.empty(), Map.of()).getFirst().close();
        var key = Files.readString(folder.resolve("offsite.key"));
        open(Optional.of(secret), Optional.empty(), Map.of()).getFirst().close();

        assertThat(Files.readString(folder.resolve("offsite.key"))).isEqualTo(key);
        assertThat(told)
                .singleElement()
                .asString()
                .contains(folder.resolve("offsite.key").toString(), "another machine");
        assertThat(told.getFirst()).doesNotContain(key.strip());
    }

    @Test
    void credentialsOfSystemdAreTaken() throws IOException {
        var credentials = Files.createDirectory(folder.resolve("credentials"));
        KeyRing.create(credentials.resolve("backup-far-sealing-key"));
        Files.writeString(credentials.resolve("backup-far-secret-key"), "s3cr3t\n");
        var environment = Map.of(SecretFile.CREDENTIALS, credentials.toString());

        assertThat(open(Optional.empty(), Optional.empty(), environment)).hasSize(1);
        assertThat(told).isEmpty();
        assertThat(folder.resolve("offsite.key")).doesNotExist();
    }

    @Test
    void aPathIntoTheCredentialsIsOneOfThem() throws IOException {
        var credentials = Files.createDirectory(folder.resolve("credentials"));
        var secret = Files.writeString(credentials.resolve("any"), "s3cr3t");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("r--r-----"));
        var environment = Map.of(SecretFile.CREDENTIALS, credentials.toString());

        assertThat(open(Optional.of(secret), Optional.empty(), environment)).hasSize(1);
        assertThatThrownBy(() -> open(Optional.of(secret), Optional.empty(), Map.of()))
                .isInstanceOf(OffsiteFault.class);
    }

    @Test
    void aSecretThatIsMissingIsNamed() {
        assertThatThrownBy(() -> open(Optional.empty(), Optional.empty(), Map.of()))
                .hasMessageContaining("set secret-key-file")
                .hasMessageContaining("backup-far-secret-key");
        assertThatThrownBy(() -> open(Optional.of(folder.resolve("none")), Optional.empty(), Map.of()))
                .isInstanceOf(OffsiteFault.class)
                .hasMessageContaining("cannot be read");
        assertThat(folder.resolve("offsite.key")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://s3.example.org",
                "ftp://s3.example.org",
                "s3.example.org",
                "https:///x",
                "https://u:p@s3.example.org",
                "https://s3.example.org/bucket",
                "https://s3.example.org?x=1",
                "http://127.0.0.1.example.org",
                "http://128.0.0.1"
            })
    void onlyAnEncryptedAddressIsTaken(String endpoint) {
        assertThatThrownBy(() -> settings(endpoint, Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("endpoint");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://s3.example.org",
                "https://s3.example.org:9000/",
                "http://127.0.0.1:9000",
                "http://localhost",
                "http://[::1]:9000"
            })
    void loopbackNeedsNoEncryption(String endpoint) {
        assertThat(settings(endpoint, Optional.empty(), Optional.empty()).endpoint())
                .isEqualTo(URI.create(endpoint));
    }

    private List<Offsite> open(Optional<Path> secret, Optional<Path> key, Map<String, String> environment)
            throws IOException {
        return new OffsitePlaces(folder, InstantSource.system(), environment)
                .open(Map.of("far", settings("https://s3.example.org", secret, key)), told::add);
    }

    private static OffsiteSettings settings(String endpoint, Optional<Path> secret, Optional<Path> key) {
        return new OffsiteSettings(
                URI.create(endpoint),
                "us-east-1",
                "bucket",
                "",
                "id",
                secret,
                key,
                OffsiteSettings.Verify.CONTENT,
                true);
    }

    private Path file(String name, String content, String mode) throws IOException {
        var file = Files.writeString(folder.resolve(name), content);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }
}
