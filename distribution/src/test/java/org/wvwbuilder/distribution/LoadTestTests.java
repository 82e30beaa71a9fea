package org.wvwbuilder.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wvwbuilder.testing.Await;

/** {@code gw2 loadtest} against the server that it comes with. */
class LoadTestTests {
    private static final String PASSWORD = "a quaggan in the lava\n";
    private Gw2 gw2;

    @BeforeEach
    void unpack(@TempDir Path folder) throws Exception {
        gw2 = Gw2.in(folder);
        Accounts.addCommander(gw2);
    }

    @AfterEach
    void stop() throws InterruptedException {
        gw2.close();
    }

    @Test
    void theServerPassesWithAllFourEndpointsAndIsFoundWithoutAnAddress() throws Exception {
        gw2.run();
        var page = gw2.base().resolve("load.html");
        var passed =
                gw2.type(PASSWORD, "loadtest", "--user", "commander", "--password-stdin", "--html", page.toString());
        assertThat(passed.exit()).describedAs(passed.output()).isZero();
        assertThat(passed.out())
                .containsPattern("Health Check +100 +0 +100\\.0%")
                .containsPattern("Dashboard Stats +50 +0 +100\\.0%")
                .containsPattern("Recent Activities +50 +0 +100\\.0%")
                .containsPattern("User Profile +50 +0 +100\\.0%")
                .contains("LOAD TEST PASSED")
                .doesNotContain("\033[", "\r");
        assertThat(Files.readString(page)).contains("<svg", "Latency by percentile");
    }

    @Test
    void withoutAServerItSaysSo() throws Exception {
        var none = gw2.command("loadtest", "--set", "http.port=1", "--only", "Health Check");
        assertThat(none.exit()).isEqualTo(3);
        assertThat(none.err()).contains("Nothing answers at http://127.0.0.1:1");
        assertThat(gw2.command("loadtest", "http://192.0.2.1", "--only", "Health Check")
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void interruptedItTellsTheResultSoFar() throws Exception {
        var server = gw2.run();
        var out = gw2.base().resolve("interrupted.txt");
        var builder = new ProcessBuilder(
                        gw2.home().resolve("bin/gw2").toString(),
                        "loadtest",
                        server.awaitReady().toString(),
                        "--only",
                        "Health Check",
                        "--rate",
                        "50",
                        "--for",
                        "60s",
                        "--warmup",
                        "0s",
                        "--report",
                        gw2.base().resolve("so-far.json").toString())
                .redirectOutput(out.toFile())
                .redirectErrorStream(true);
        builder.environment().put("GW2_BASE", gw2.base().toString());
        builder.environment().put("GW2_AOT", "off");
        var process = builder.start();
        try {
            Await.until(
                    "requests are under way",
                    Duration.ofSeconds(60),
                    () -> Files.readString(gw2.base().resolve("logs/access.log"))
                            .contains("GET /api/v1/health 200"));
            // SIGTERM: whoever runs the tests in the background has SIGINT ignored for all that they start.
            process.destroy();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).isEqualTo(143);
        assertThat(Files.readString(out)).contains("Ended early: it was interrupted", "Overall Success Rate");
        assertThat(Files.readString(gw2.base().resolve("so-far.json")))
                .contains("\"ended_early\" : \"it was interrupted\"");
    }
}
