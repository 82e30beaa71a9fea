package org.wvwbuilder.auth.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterKeyFileTests {
    @TempDir
    Path folder;

    @Test
    void aNewKeyIsForNobodyElse() throws Exception {
        var file = new MasterKeyFile(folder.resolve("master.key"));
        var made = file.create();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
        assertThat(file.read().fingerprint()).isEqualTo(made.fingerprint());
        assertThat(folder).isDirectoryContaining("glob:**master.key").isDirectoryNotContaining("glob:**.new");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-----w-"})
    void aKeyThatOthersCanReachIsRefusedWithTheRemedy(String permissions) throws Exception {
        var file = new MasterKeyFile(folder.resolve("master.key"));
        file.create();
        Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString(permissions));
        assertThatThrownBy(file::read).isInstanceOf(IllegalStateException.class).hasMessageContaining("chmod 600");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "no base64 at all! no base64 at all! no base", "\u00e9"})
    void aFileThatHoldsNoKeyIsRefused(String content) throws Exception {
        var file = new MasterKeyFile(folder.resolve("master.key"));
        file.create();
        Files.writeString(file.path(), content);
        assertThatThrownBy(file::read).isInstanceOf(IllegalStateException.class).hasMessageContaining("no master key");
    }

    @Test
    void ofManyWhoMakeTheKeyAtOnceAllGetTheSame() throws Exception {
        Callable<String> make =
                () -> new MasterKeyFile(folder.resolve("master.key")).create().fingerprint();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var all =
                    threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> make).toList());
            var first = all.getFirst().get();
            for (var one : all) assertThat(one.get()).isEqualTo(first);
        }
    }

    @Test
    void whatIsSealedOpensOnlyUnderItsName() throws Exception {
        var box = new MasterKeyFile(folder.resolve("master.key")).create().box();
        var sealed = box.seal(new byte[] {1, 2, 3}, "one");
        assertThat(box.open(sealed, "one")).containsExactly(1, 2, 3);
        assertThatThrownBy(() -> box.open(sealed, "two")).isInstanceOf(java.security.GeneralSecurityException.class);
        assertThatThrownBy(() -> box.open(sealed.substring(4), "one"))
                .isInstanceOf(java.security.GeneralSecurityException.class);
    }
}
