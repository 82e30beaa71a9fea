package org.wvwbuilder.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerProcessTests {
    @TempDir
    Path folder;

    private Start gw2() {
        return Start.in(folder);
    }

    @Test
    void itServesAndSigtermEndsItWith143() throws Exception {
        try (var server = Gw2.start(folder)) {
            assertThat(server.get("/api/v1/health").statusCode()).isEqualTo(200);
            assertThat(server.get("/").statusCode()).isEqualTo(200);
            assertThat(folder.resolve("data/gw2_wvwbuilder.db")).exists();
            assertThat(server.terminate()).isEqualTo(143);
            assertThat(server.text()).contains("WvW Builder ends");
        }
    }

    @Test
    void aKilledServerStartsAgain() throws Exception {
        try (var server = Gw2.start(folder)) {
            server.kill();
        }
        try (var server = Gw2.start(folder)) {
            assertThat(server.get("/api/v1/health/ready").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aPortInUseIsSaidAndEndsItWith1() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var ended = gw2().command("run", "--set", "http.port=" + taken.getLocalPort());
            assertThat(ended.exitCode()).isEqualTo(1);
            assertThat(ended.output()).contains(String.valueOf(taken.getLocalPort()), "in use", "http.port");
        }
    }

    @Test
    void aSecondServerOnTheSameDataIsRefused() throws Exception {
        try (var first = Gw2.start(folder)) {
            var second = gw2().command("run");
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.err()).contains("Another server uses");
            assertThat(first.get("/api/v1/health").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void everyConfigurationProblemIsReportedAtOnceWith78() throws Exception {
        Files.createDirectories(folder.resolve("etc"));
        Files.writeString(folder.resolve("etc/gw2.toml"), """
                [http]
                prot = 1
                [auth]
                registration = "sometimes"
                [nobody]
                knows = true
                """);
        var ended = gw2().with("GW2_HTTP_PORT", "many").command("run");
        assertThat(ended.exitCode()).isEqualTo(78);
        assertThat(ended.output()).contains("http.prot", "http.port", "auth.registration", "nobody");
    }

    @Test
    void aRequiredPluginThatIsMissingEndsItWith78() throws Exception {
        var ended = gw2().command("run", "--set", "plugins.required=auth,chronomancy");
        assertThat(ended.exitCode()).isEqualTo(78);
        assertThat(ended.output()).contains("chronomancy");
    }

    @Test
    void itsJavaIsSetUpForAService() throws Exception {
        try (var server = Gw2.start(folder)) {
            var flags = flags(server);
            assertThat(flags).contains("-XX:+ExitOnOutOfMemoryError").doesNotContain("-XX:+HeapDumpOnOutOfMemoryError");
            assertThat(flags).anyMatch(flag -> flag.matches("-Xmx\\d+m"));
        }
    }

    @Test
    void ofALimitedMemoryItTakesSixTenthsForItsHeap() throws Exception {
        try (var group = MemoryGroup.of(1_000);
                var server = Start.in(folder).under(group.enter()).server()) {
            assertThat(flags(server)).contains("-Xmx600m");
        }
    }

    @Test
    void itPrintsNoWarningOfJava() throws Exception {
        try (var server = Gw2.start(folder)) {
            server.terminate();
            assertThat(server.text()).doesNotContainIgnoringCase("warning");
        }
    }

    private static List<String> flags(Gw2 server) throws IOException {
        return List.of(Files.readString(Path.of("/proc/" + server.pid() + "/cmdline")).split("\0"));
    }
}
