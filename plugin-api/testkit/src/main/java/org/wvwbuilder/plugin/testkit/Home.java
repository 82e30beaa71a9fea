package org.wvwbuilder.plugin.testkit;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The server's own files, as the jar {@code wvw-testkit-home} carries them, unpacked once for each process of tests. */
final class Home {
    private static final String INSIDE = "META-INF/wvw-home";
    private static Path unpacked;

    private Home() {}

    /** A folder with {@code lib/ground}, {@code lib/host} and {@code plugins/auth}. */
    static synchronized Path folder() {
        if (unpacked == null) unpacked = unpack();
        return unpacked;
    }

    private static Path unpack() {
        var resource = Home.class.getClassLoader().getResource(INSIDE + "/lib/host");
        if (resource == null) {
            throw new AssertionError("no wvw-testkit-home on the class path: depend on wvw-testkit, which brings it");
        }
        try {
            if (resource.getProtocol().equals("file")) {
                return Path.of(resource.toURI()).getParent().getParent();
            }
            var folder = Files.createTempDirectory("wvw-home-");
            Folders.deleteAtExit(folder);
            copy(resource, folder);
            return folder;
        } catch (IOException | URISyntaxException unreadable) {
            throw new AssertionError("the server in wvw-testkit-home cannot be unpacked: " + unreadable, unreadable);
        }
    }

    private static void copy(URL resource, Path to) throws IOException, URISyntaxException {
        var jar =
                URI.create(resource.toString().substring(0, resource.toString().indexOf("!/")));
        try (var files = FileSystems.newFileSystem(jar, Map.of())) {
            Folders.copy(files.getPath(INSIDE), to);
        }
    }
}
