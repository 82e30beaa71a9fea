package org.wvwbuilder.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerProcessTests {
    private Gw2 gw2;

    @BeforeEach
    void unpack(@TempDir Path folder) {
        gw2 = Gw2.in(folder);
    }

    @AfterEach
    void stop() throws InterruptedException {
        gw2.close();
    }

    @Test
    void itServesAndSigtermEndsItWith143() throws Exception {
        var server = gw2.run();
        assertThat(server.get("/api/v1/health").statusCode()).isEqualTo(200);
        assertThat(server.get("/").statusCode()).isEqualTo(200);
        assertThat(gw2.base().resolve("data/gw2_wvwbuilder.db")).exists();
        assertThat(server.terminate()).isEqualTo(143);
        assertThat(server.text()).contains("WvW Builder ends");
    }

    @Test
    void aKilledServerStartsAgain() throws Exception {
        gw2.run().kill();
        assertThat(gw2.run().get("/api/v1/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void aPortInUseIsSaidAndEndsItWith1() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var ended = gw2.command("run", "--set", "http.port=" + taken.getLocalPort());
            assertThat(ended.exit()).isEqualTo(1);
            assertThat(ended.output())
                    .contains("cannot listen on 127.0.0.1:" + taken.getLocalPort(), "set http.host and http.port")
                    .doesNotContain("at org.eclipse.jetty");
        }
    }

    @Test
    void aSecondServerOnTheSameDataIsRefused() throws Exception {
        var first = gw2.run();
        var second = gw2.command("run");
        assertThat(second.exit()).isEqualTo(1);
        assertThat(second.err()).contains("Another server uses");
        assertThat(first.get("/api/v1/health").statusCode()).isEqualTo(200);
    }

    @Test
    void everyConfigurationProblemIsReportedAtOnceWith78() throws Exception {
        Files.createDirectories(gw2.base().resolve("etc"));
        Files.writeString(gw2.base().resolve("etc/gw2.toml"), """
                [http]
                prot = 1
                [auth]
                registration = "sometimes"
                [nobody]
                knows = true
                """);
        var ended = gw2.with("GW2_HTTP_PORT", "many").command("run");
        assertThat(ended.exit()).isEqualTo(78);
        assertThat(ended.output()).contains("http.prot", "http.port", "auth.registration", "nobody");
    }

    @Test
    void aRequiredPluginThatIsMissingEndsItWith78() throws Exception {
        var ended = gw2.command("run", "--set", "plugins.required=auth,chronomancy");
        assertThat(ended.exit()).isEqualTo(78);
        assertThat(ended.output()).contains("chronomancy");
    }

    @Test
    void itsJavaIsSetUpForAService() throws Exception {
        assertThat(flags(gw2.run()))
                .contains("-XX:+ExitOnOutOfMemoryError")
                .doesNotContain("-XX:+HeapDumpOnOutOfMemoryError")
                .anyMatch(flag -> flag.matches("-Xmx\\d+m"));
    }

    @Test
    void ofALimitedMemoryItTakesSixTenthsForItsHeap() throws Exception {
        try (var group = MemoryGroup.of(1_000)) {
            var server = gw2.under(group.enter()).run();
            assertThat(flags(server)).contains("-Xmx600m");
            server.kill();
        }
    }

    @Test
    void itPrintsNoWarningOfJava() throws Exception {
        var server = gw2.run();
        server.terminate();
        assertThat(server.text()).doesNotContainIgnoringCase("warning");
    }

    private static List<String> flags(RunningServer server) throws IOException {
        return List.of(
                Files.readString(Path.of("/proc/" + server.pid() + "/cmdline")).split("\0"));
    }
}
