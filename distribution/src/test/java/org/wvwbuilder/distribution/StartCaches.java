package org.wvwbuilder.distribution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The start-up caches of the unpacked tarball, made once for all tests: what they start, starts as it does for an operator from the
 * second time on, and takes half as long.
 */
final class StartCaches {
    private static final int LONGEST_SECONDS = 300;
    private static final List<String> KINDS = List.of("run", "glance", "commands");

    private static Path made;

    private StartCaches() {}

    /** Their folder. Tests change nothing in it. */
    static synchronized Path ready() {
        if (made == null) made = make(Tarball.home());
        return made;
    }

    private static Path make(Path home) {
        try {
            var cache = Files.createDirectory(home.resolveSibling("start-caches"));
            var build = Files.readString(home.resolve("lib/build-id")).strip();
            // In a session of its own, all of which it ends when it is told to.
            var maker = new ProcessBuilder(
                            "setsid",
                            "--wait",
                            "sh",
                            home.resolve("lib/warm").toString(),
                            home.toString(),
                            cache.toString(),
                            build,
                            String.valueOf(ProcessHandle.current().pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(cache.resolveSibling("start-caches.log").toFile())
                    .start();
            if (!maker.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                maker.descendants().forEach(ProcessHandle::destroy);
                throw new IOException("the start-up caches were not made in " + LONGEST_SECONDS + " s");
            }
            for (var kind : KINDS) {
                if (!Files.exists(cache.resolve(kind + '-' + build + ".aot"))) {
                    throw new IOException("the start-up cache '" + kind + "' was not made: see beside " + cache);
                }
            }
            return cache;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
