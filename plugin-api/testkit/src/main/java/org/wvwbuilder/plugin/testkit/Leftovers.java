package org.wvwbuilder.plugin.testkit;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.wvwbuilder.testing.Await;

/**
 * What a closed plugin may have left in the process: threads, virtual ones as well, that still run its code.
 *
 * @param packages those of the plugin and of its libraries
 */
record Leftovers(String plugin, Set<String> packages) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    static Leftovers of(TestServer server) {
        var module = server.seat().module(server.id()).orElseThrow();
        return new Leftovers(server.id(), module.getPackages());
    }

    /** Whoever was told to end may need a moment. */
    void assertNone() {
        Await.until(
                "no thread runs code of the closed plugin " + plugin,
                PATIENCE,
                () -> running().isEmpty());
    }

    /** The frames of all threads that lie in the plugin's packages. */
    private List<String> running() throws IOException {
        var folder = Files.createTempDirectory("wvw-threads-");
        var dump = folder.resolve("threads");
        try {
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .dumpThreads(dump.toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.TEXT_PLAIN);
            return frames(Files.readAllLines(dump));
        } finally {
            Folders.delete(folder);
        }
    }

    /** Without those of the thread that asks, which may belong to a test in a package of the plugin's. */
    private List<String> frames(List<String> dump) {
        var own = '"' + Thread.currentThread().getName() + '"';
        var frames = new ArrayList<String>();
        boolean asking = false;
        for (var line : dump) {
            if (line.startsWith("#")) asking = line.contains(own);
            if (!asking && own(line.strip())) frames.add(line.strip());
        }
        return frames;
    }

    private boolean own(String line) {
        return packages.stream().anyMatch(name -> line.startsWith(name + ".") || line.contains("/" + name + "."));
    }
}
