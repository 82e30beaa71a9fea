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
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    @TempDir
    Path folder;

    private Path cache() {
        return folder.resolve("cache");
    }

    private Start gw2() {
        return Start.in(folder).with("GW2_AOT", "on").with("GW2_CACHE", cache().toString());
    }

    @Test
    void theFirstRunMakesTheCachesAndTheNextUsesThem() throws Exception {
        try (var first = gw2().server()) {
            Await.until("both caches are made", PATIENCE, () -> caches(cache()).size() == 2 && quiet(cache()));
            assertThat(first.get("/api/v1/health").statusCode()).isEqualTo(200);
            assertThat(first.text()).containsOnlyOnce("made in the background");
        }
        try (var second = gw2().server()) {
            assertThat(Files.readString(Path.of("/proc/" + second.pid() + "/maps"))).contains(cache().toString());
            assertThat(second.get("/api/v1/health").statusCode()).isEqualTo(200);
            assertThat(second.text()).doesNotContain("in the background");
        }
        assertThat(gw2().command("plugins").exitCode()).isZero();
    }

    @Test
    void theRehearsalEndsWithItsServer() throws Exception {
        try (var server = gw2().server()) {
            server.kill();
        }
        Await.until("nothing is left of it", () -> quiet(cache()));
        assertThat(caches(cache())).hasSizeLessThan(2);
    }

    @Test
    void aCacheThatIsNoneIsIgnored() throws Exception {
        Files.createDirectory(cache());
        var build = Files.readString(Gw2.home().resolve("lib/build-id")).strip();
        for (var kind : List.of("run", "commands")) {
            Files.writeString(cache().resolve(kind + "-" + build + ".aot"), "?");
        }
        try (var server = gw2().server()) {
            assertThat(server.get("/api/v1/health").statusCode()).isEqualTo(200);
        }
        var plugins = gw2().command("plugins", "--json");
        assertThat(plugins.exitCode()).isZero();
        assertThat(plugins.out()).startsWith("[");
    }

    @Test
    void offMeansOff() throws Exception {
        try (var server = gw2().with("GW2_AOT", "off").server()) {
            assertThat(server.get("/api/v1/health").statusCode()).isEqualTo(200);
        }
        assertThat(cache()).doesNotExist();
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
