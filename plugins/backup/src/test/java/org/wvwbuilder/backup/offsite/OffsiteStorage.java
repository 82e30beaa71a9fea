package org.wvwbuilder.backup.offsite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Against S3Proxy, a server that speaks S3, in a process of its own. */
abstract class OffsiteStorage {
    static final String NAME = "backup-20261128-020000.tar.gz";

    @TempDir
    static Path home;

    static Storage storage;
    static KeyRing keys;
    /** Two parts of an upload. */
    static Path large;

    @TempDir
    Path folder;

    S3Offsite place;

    @BeforeAll
    static void start() throws IOException {
        storage = new Storage(home);
        keys = storage.keys();
        large = file(home.resolve("large"), Upload.SMALLEST + 500_000);
    }

    @AfterAll
    static void stop() {
        if (storage != null) storage.close();
    }

    @BeforeEach
    void open() {
        place = storage.place(keys);
    }

    @AfterEach
    void clear() {
        for (var copy : place.list()) place.delete(copy.name());
        try (var bucket = storage.bucket()) {
            for (var left : bucket.unfinished("")) bucket.abort(left.key(), left.id());
        }
        place.close();
    }

    void assertNothingUnfinished() {
        try (var bucket = storage.bucket()) {
            assertThat(bucket.unfinished("")).isEmpty();
        }
    }

    static void assertFault(OffsiteFault.Kind kind, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        OffsiteFault.class,
                        fault -> assertThat(fault.kind()).as(fault.getMessage()).isEqualTo(kind));
    }

    static Path file(Path file, int bytes) throws IOException {
        var noise = new byte[bytes];
        new Random(bytes).nextBytes(noise);
        return Files.write(file, noise);
    }
}
