package org.wvwbuilder.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wvwbuilder.testing.Await;

class StartCacheTests {

    @Test
    void theFirstRunMakesTheCachesAndTheNextUsesThem(@TempDir Path folder) throws Exception {
        var cache = folder.resolve("cache");
        try (var gw2 = Gw2.in(folder).with("GW2_CACHE", cache.toString())) {
            var first = gw2.run();
            Await.until(
                    "all caches are made",
                    Duration.ofSeconds(180),
                    () -> caches(cache).size() == 3 && quiet(cache));
            assertThat(first.get("/api/v1/health").statusCode()).isEqualTo(200);
            assertThat(first.text()).containsOnlyOnce("made in the background");
            first.terminate();
            var second = gw2.run();
            assertThat(Files.readString(Path.of("/proc/" + second.pid() + "/maps")))
                    .contains(cache.toString());
            assertThat(second.get("/api/v1/health").statusCode()).isEqualTo(200);
            assertThat(second.text()).doesNotContain("in the background");
            second.terminate();
            assertThat(gw2.command("plugins").exit()).isZero();
        }
    }

    @Test
    void theRehearsalEndsWithItsServer(@TempDir Path folder) throws Exception {
        var cache = folder.resolve("cache");
        try (var gw2 = Gw2.in(folder).with("GW2_CACHE", cache.toString())) {
            gw2.run().kill();
            Await.until("nothing is left of it", () -> quiet(cache));
            assertThat(caches(cache)).hasSizeLessThan(3);
        }
    }

    @Test
    void aRehearsalThatWasKilledIsMadeUpFor(@TempDir Path folder) throws Exception {
        var cache = folder.resolve("cache");
        try (var gw2 = Gw2.in(folder).with("GW2_CACHE", cache.toString())) {
            var first = gw2.run();
            Await.until("it is under way", () -> first.text().contains("made in the background"));
            killRehearsals(cache);
            first.kill();
            var second = gw2.run();
            Await.until("another is under way", () -> second.text().contains("made in the background"));
        }
    }

    private static void killRehearsals(Path cache) {
        var found = ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains("lib/warm")
                        && process.info().commandLine().orElse("").contains(cache.toString()))
                .toList();
        assertThat(found).isNotEmpty();
        for (var process : found) {
            var children = process.descendants().toList();
            process.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
        }
    }

    @Test
    void aCacheThatIsNoneIsIgnored(@TempDir Path folder) throws Exception {
        var cache = Files.createDirectory(folder.resolve("cache"));
        try (var gw2 = Gw2.in(folder).with("GW2_CACHE", cache.toString())) {
            var build = Files.readString(gw2.home().resolve("lib/build-id")).strip();
            for (var kind : List.of("run", "commands", "glance"))
                Files.writeString(cache.resolve(kind + "-" + build + ".aot"), "?");
            assertThat(gw2.run().get("/api/v1/health").statusCode()).isEqualTo(200);
            var plugins = gw2.command("plugins", "--json");
            assertThat(plugins.exit()).isZero();
            assertThat(plugins.out()).startsWith("[");
            assertThat(gw2.command("status").exit()).isZero();
        }
    }

    @Test
    void offMeansOff(@TempDir Path folder) throws Exception {
        var cache = folder.resolve("cache");
        try (var gw2 = Gw2.in(folder).with("GW2_AOT", "off").with("GW2_CACHE", cache.toString())) {
            gw2.run().terminate();
            assertThat(cache).doesNotExist();
        }
    }

    private static List<Path> caches(Path cache) throws IOException {
        return named(cache, ".aot");
    }

    /** No rehearsal is under way. */
    private static boolean quiet(Path cache) throws IOException {
        return Files.isDirectory(cache) && named(cache, ".lock").isEmpty();
    }

    private static List<Path> named(Path cache, String ending) throws IOException {
        if (!Files.isDirectory(cache)) return List.of();
        try (var files = Files.list(cache)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
