package org.wvwbuilder.testing;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * What a test needs from the machine. Where it is missing, the test is skipped and says how to install it; with {@code
 * CI=true} it fails instead, so that nothing is skipped unseen.
 */
public final class Parts {
    private Parts() {}

    /** True where every test must run. */
    public static boolean everything() {
        return "true".equals(System.getenv("CI"));
    }

    /**
     * Goes on only when the part is there.
     *
     * @param install the command that brings it: {@code apt-get install nginx-light}
     */
    public static void need(boolean present, String part, String install) {
        if (present) return;
        String sentence = "This test needs " + part + ". Install it: " + install;
        if (everything()) throw new AssertionError(sentence);
        Assumptions.abort(sentence);
    }

    /** The path of a program, or the test does not run. */
    public static Path program(String name, String install) {
        var found = find(name);
        need(found.isPresent(), "the program " + name, install);
        return found.orElseThrow();
    }

    /** The path of a program on the PATH or in the system's folders. */
    public static Optional<Path> find(String name) {
        String folders = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + "/usr/sbin:/sbin:/usr/bin";
        return Arrays.stream(folders.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
