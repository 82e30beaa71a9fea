package org.wvwbuilder.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.provider.Arguments;

/**
 * The kept inputs of a fuzz target, files in {@code src/test/resources/corpus/TARGET}: examples that a search starts from,
 * and whatever once broke something.
 */
public final class Corpus {
    private static final Path FOLDER = Path.of("src/test/resources/corpus");

    private Corpus() {}

    /** Each input with the name of its file, for a {@code @MethodSource}. */
    public static Stream<Arguments> of(Class<?> target) {
        try (var files = Files.list(FOLDER.resolve(target.getSimpleName()))) {
            return files.sorted().map(Corpus::input).toList().stream();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** The input itself. */
    public static byte[] bytes(Arguments input) {
        return (byte[]) ((Named<?>) input.get()[0]).getPayload();
    }

    private static Arguments input(Path file) {
        try {
            return Arguments.of(Named.of(file.getFileName().toString(), Files.readAllBytes(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
