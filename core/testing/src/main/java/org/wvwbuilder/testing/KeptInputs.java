package org.wvwbuilder.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The tests of a fuzz target: what it asks holds for its kept inputs, files in {@code src/test/resources/corpus/TARGET}. They
 * are examples that a search starts from, and whatever once broke something.
 */
public abstract class KeptInputs {
    private static final Path FOLDER = Path.of("src/test/resources/corpus");

    private final Path folder;
    private final Predicate<byte[]> takes;

    /** @param takes tells whether an input was taken, not refused; throws when what the target asks does not hold */
    protected KeptInputs(Class<?> target, Predicate<byte[]> takes) {
        this.folder = FOLDER.resolve(target.getSimpleName());
        this.takes = takes;
    }

    @TestFactory
    protected Stream<DynamicTest> eachHolds() {
        return files().stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> takes.test(bytes(file))));
    }

    /** A target that refuses everything asks nothing. */
    @Test
    protected void someAreTakenAndSomeAreNot() {
        long taken = files().stream().filter(file -> takes.test(bytes(file))).count();
        if (taken == 0 || taken == files().size()) {
            throw new AssertionError(taken + " of " + files().size() + " inputs in " + folder + " were taken");
        }
    }

    private List<Path> files() {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
