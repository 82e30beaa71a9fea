package org.wvwbuilder.loadtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CommandTests {
    private static final String TOKEN = "eyJhbGciOiJFZERTQSJ9.secret.signature";

    @TempDir
    Path folder;

    /** The endpoints of the first run; those that want an account want this token. */
    private static boolean server(String request, LocalServer.Answer out) throws IOException {
        if (request.startsWith("POST /api/v1/auth/login"))
            return out.whole(200, "{\"access_token\":\"" + TOKEN + "\"}");
        if (request.startsWith("GET /api/v1/health ")) return out.whole(200, "{\"status\":\"ok\"}");
        return out.whole(request.contains("Authorization: Bearer " + TOKEN + "\r\n") ? 200 : 401, "{}");
    }

    private static final String[] QUICK = {"--warmup", "0s"};

    private static String[] quick(String... words) {
        var all = java.util.Arrays.copyOf(QUICK, QUICK.length + words.length);
        System.arraycopy(words, 0, all, QUICK.length, words.length);
        return all;
    }

    @Test
    void theFirstRunHasTheFourEndpointsAndSignsInOnce() throws Exception {
        try (var server = new LocalServer(CommandTests::server)) {
            var typed = Operator.at(server, quick("--user", "Zojja", "--password-stdin"))
                    .input("a quaggan & lava\n");
            assertThat(typed.run()).describedAs(typed.seen()).isZero();
            assertThat(typed.seen())
                    .containsPattern("Health Check +100 +0 +100\\.0%")
                    .containsPattern("Dashboard Stats +50 +0 +100\\.0%")
                    .containsPattern("Recent Activities +50 +0 +100\\.0%")
                    .containsPattern("User Profile +50 +0 +100\\.0%")
                    .contains("Total", "Errors", "Success %", "Avg ms", "P95 ms", "Req/s")
                    .contains("Overall Success Rate: 100.00%", "LOAD TEST PASSED");
            var logins =
                    server.requests.stream().filter(it -> it.startsWith("POST")).toList();
            assertThat(logins).hasSize(1);
            assertThat(logins.getFirst()).endsWith("username=Zojja&password=a+quaggan+%26+lava");
            assertThat(server.requests.stream().filter(it -> it.startsWith("GET /api/v1/health ")))
                    .hasSize(100);
            assertThat(server.requests.stream()
                            .filter(it -> it.startsWith("GET /api/v1/health ") && it.contains("Authorization")))
                    .isEmpty();
        }
    }

    @Test
    void aBrokenServerFailsThoughItLetsOneIn() throws Exception {
        try (var server = new LocalServer((request, out) -> request.startsWith("POST")
                ? out.whole(200, "{\"access_token\": \"x\"}")
                : out.whole(500, "{\"detail\": \"Internal server error\"}"))) {
            var typed = Operator.at(server, quick("--user", "Zojja", "--password-stdin"))
                    .input("x\n");
            assertThat(typed.run()).isEqualTo(1);
            assertThat(typed.seen())
                    .contains("100 × status 500", "Overall Success Rate: 0.00%", "LOAD TEST FAILED")
                    .doesNotContain("PASSED");
        }
    }

    @Test
    void aTokenFromAFileOrTheEnvironmentIsUsedAndShownNowhere() throws Exception {
        var file = Files.createFile(
                folder.resolve("token"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, TOKEN + "\n");
        var json = folder.resolve("a.json");
        var html = folder.resolve("a.html");
        try (var server = new LocalServer(CommandTests::server)) {
            var byFile = Operator.at(
                    server,
                    quick("--token-file", file.toString(), "--report", json.toString(), "--html", html.toString()));
            assertThat(byFile.run()).isZero();
            var byVariable = Operator.at(server, quick()).asJson();
            byVariable.environment.put("GW2_LOADTEST_TOKEN", TOKEN);
            assertThat(byVariable.run()).isZero();
            assertThat(byVariable.values().toString()).contains("verdict=PASS").doesNotContain(TOKEN, "secret");
            assertThat(byVariable.seen()).isEmpty();
            assertThat(byFile.seen() + Files.readString(json) + Files.readString(html))
                    .contains("\"verdict\"")
                    .doesNotContain(TOKEN)
                    .doesNotContain("secret");
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        var open = Operator.at("http://127.0.0.1:1", "--token-file", file.toString());
        try (var server = new LocalServer(CommandTests::server)) {
            open = Operator.at(server, "--token-file", file.toString());
            assertThat(open.run()).isEqualTo(2);
        }
        assertThat(open.seen()).contains("Everybody can read", "chmod 600");
    }

    @Test
    void theCodesTellWarningFailureWrongUsageAndNobodyApart() throws Exception {
        var count = new java.util.concurrent.atomic.AtomicInteger();
        try (var server = new LocalServer((request, out) -> out.whole(count.getAndIncrement() < 7 ? 503 : 200, ""))) {
            var warned = Operator.at(server, quick("--only", "health check"));
            assertThat(warned.run()).isEqualTo(4);
            assertThat(warned.seen()).contains("93.00%", "PASSED WITH WARNINGS");
            var nobody = Operator.at(server, quick());
            assertThat(nobody.run()).isEqualTo(2);
            assertThat(nobody.seen()).contains("--password-stdin", "--token-file", "--only 'Health Check'");
        }
        var gone = Operator.at("http://127.0.0.1:" + org.wvwbuilder.testing.Ports.free(), "--only", "Health Check");
        assertThat(gone.run()).isEqualTo(3);
        assertThat(gone.seen()).contains("Nothing answers", "gw2 run");
    }

    @Test
    void wrongUsageIsOneSentenceAndNothingIsSent() throws Exception {
        try (var server = new LocalServer(CommandTests::server)) {
            for (var words : new String[][] {
                {"--rate", "0"},
                {"--rate", "20001"},
                {"--rate", "many"},
                {"--for", "10s"},
                {"--rate", "10", "--for", "11m"},
                {"--rate", "20000", "--for", "2m"},
                {"--rate", "1", "--for", "5m", "--rounds", "3"},
                {"--rate", "10", "--outstanding", "257"},
                {"--rounds", "0"},
                {"--rounds", "21"},
                {"--warmup", "2"},
                {"--warmup", "2m"},
                {"--timeout", "0s"},
                {"--only", "nothing"},
                {"--scenario", "/nowhere.json"},
                {"--compare", "/nowhere.json"},
                {"--report", "/nowhere/x.json"},
                {"--user", "Zojja"}
            }) {
                var typed = Operator.at(server, words);
                assertThat(typed.run()).describedAs(String.join(" ", words)).isEqualTo(2);
                assertThat(typed.seen().strip().lines()).hasSize(1);
            }
            assertThat(server.requests).isEmpty();
        }
    }

    @Test
    void aReportThatIsThereIsNotReplacedUnasked() throws Exception {
        var file = Files.writeString(folder.resolve("mine.json"), "precious");
        try (var server = new LocalServer(CommandTests::server)) {
            var typed = Operator.at(server, quick("--only", "Health Check", "--report", file.toString()));
            assertThat(typed.run()).isEqualTo(2);
            assertThat(file).hasContent("precious");
            assertThat(Operator.at(server, quick("--only", "Health Check", "--overwrite", "--report", file.toString()))
                            .run())
                    .isZero();
            assertThat(Files.readString(file)).contains("\"format\" : 1");
            try (var files = Files.list(folder)) {
                assertThat(files).containsExactly(file);
            }
        }
    }

    @Test
    void aTokenGoesToAnotherMachineEncryptedOnly() throws Exception {
        // TEST-NET-1 is nobody's; the refusal comes before anything is sent.
        var target = org.wvwbuilder.loadtest.wire.Target.of("http://guild.example", true, host ->
                new java.net.InetAddress[] {java.net.InetAddress.getByName("192.0.2.1")});
        var typed = Operator.at("http://guild.example");
        typed.environment.put("GW2_LOADTEST_TOKEN", TOKEN);
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> new SignIn(typed.typed(), typed.environment).token(null, target))
                .hasMessageContaining("https://");
    }
}
