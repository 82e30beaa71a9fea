package org.wvwbuilder.distribution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The tarball that the build made, unpacked once for all tests. */
final class Tarball {
    private static Path home;

    private Tarball() {}

    /** The unpacked folder. Tests change nothing in it. */
    static synchronized Path home() {
        if (home == null) home = unpack(Path.of(System.getProperty("wvw.tarball")));
        return home;
    }

    private static Path unpack(Path tarball) {
        try {
            var folder = Files.createTempDirectory(tarball.toAbsolutePath().getParent(), "unpacked");
            var tar = new ProcessBuilder("tar", "-xzf", tarball.toString(), "-C", folder.toString())
                    .inheritIO()
                    .start();
            if (!tar.waitFor(60, TimeUnit.SECONDS) || tar.exitValue() != 0) {
                throw new IOException("tar could not unpack " + tarball);
            }
            return folder.resolve(tarball.getFileName().toString().replace("-linux-x64.tar.gz", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
