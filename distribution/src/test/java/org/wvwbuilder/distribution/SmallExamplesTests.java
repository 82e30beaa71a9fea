package org.wvwbuilder.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The small examples: built and tested by themselves against staged artifacts, and at work together in one server. */
class SmallExamplesTests {
    private static final Path EXAMPLES = StagedRepository.CHECKOUT.resolve("plugin-api/examples");
    private static final List<String> NAMES = List.of("discord-announcer", "metrics-exporter");

    @TempDir
    Path folder;

    @TempDir
    Path scratch;

    @Test
    void theyAreTestedAndServeTogether() throws Exception {
        build();
        try (var gw2 = Gw2.in(folder)) {
            Accounts.add(gw2, "admin", "admin");
            gw2.with("GW2_PLUGINS_UNSIGNED", "allow")
                    .with("GW2_DISCORD_ANNOUNCER_WEBHOOK", "https://discord.example/hooks/s3cret");
            for (var name : NAMES) {
                var target =
                        Files.createDirectories(folder.resolve("data/plugins").resolve(name));
                Files.copy(
                        scratch.resolve(name).resolve("target/" + name + "-1.0.0.jar"), target.resolve(name + ".jar"));
            }
            var configuration = gw2.command("config");
            assertThat(configuration.output()).contains("discord-announcer").doesNotContain("s3cret");
            var admin = Accounts.signIn(gw2.run(), "admin");
            var plugins = Plugins.read(admin.get("/api/v1/plugins").body());
            for (var name : NAMES)
                assertThat(plugins.get(name).state()).as(name).isEqualTo("RUNNING");
            assertThat(admin.get("/metrics").body()).contains("wvw_metrics_exporter_saved_builds 0.0");
        }
    }

    /** Runs Maven once for all of them, on a copy. */
    private void build() throws IOException, InterruptedException {
        Files.copy(EXAMPLES.resolve("pom.xml"), scratch.resolve("pom.xml"));
        for (var name : NAMES) {
            var project = Files.createDirectories(scratch.resolve(name));
            StagedRepository.copy(EXAMPLES.resolve(name).resolve("src"), project.resolve("src"));
            Files.copy(EXAMPLES.resolve(name).resolve("pom.xml"), project.resolve("pom.xml"));
        }
        StagedRepository.in(scratch).maven(scratch, "-o", "package");
        for (var name : NAMES)
            assertThat(scratch.resolve(name).resolve("target/surefire-reports")).isNotEmptyDirectory();
    }
}
