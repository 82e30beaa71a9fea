package org.wvwbuilder.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.wvwbuilder.testing.Await;
import org.wvwbuilder.testing.Parts;

/** The site of the distribution on a real nginx, before a real server. */
class NginxTests {
    private static final String POLICY =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    static final Map<String, String> ALWAYS = Map.of(
            "strict-transport-security", "max-age=31536000",
            "x-content-type-options", "nosniff",
            "referrer-policy", "no-referrer",
            "permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
            "cross-origin-opener-policy", "same-origin",
            "cross-origin-resource-policy", "same-origin");

    @RegisterExtension
    static final NginxSite SITE = new NginxSite();

    private static Gw2 gw2;
    private static URI backend;
    private static Nginx nginx;
    private static Nginx alone;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        gw2 = SITE.gw2();
        nginx = SITE.nginx();
        backend = SITE.server().awaitReady();
        // Port 9 of the loopback address: nobody listens there.
        alone = new Nginx(Files.createDirectory(folder.resolve("alone")), 9)
                .impatient()
                .start();
    }

    @AfterAll
    static void stop() throws Exception {
        alone.close();
    }

    @Test
    void theConfigurationIsCleanForNginx() throws Exception {
        assertThat(nginx.test()).contains("test is successful").doesNotContain("[warn]", "[emerg]");
    }

    @Test
    void everyAnswerCarriesTheSameHeadersOnce() throws Exception {
        for (var answer : List.of(
                ask(nginx, "/"),
                ask(nginx, "/docs/"),
                ask(nginx, "/health"),
                ask(nginx, "/api/v1/health"),
                ask(nginx, "/nowhere"),
                ask(nginx, "/api/v1/nowhere"),
                ask(nginx, "/api/v1/builds"),
                plain("/"),
                ask(nginx, "/api/v1/auth/login", "--data-binary", "@" + large()),
                ask(nginx, "/api/v1/health", "--http1.1", "-H", "X-Long: " + "a".repeat(40_000)),
                ask(nginx, "/", "-X", "TRACE"),
                ask(alone, "/"),
                ask(alone, "/api/v1/health"))) {
            ALWAYS.forEach((name, value) -> assertThat(answer.headers(name))
                    .as("%s of %s", name, answer)
                    .containsExactly(value));
            assertThat(answer.headers("content-security-policy"))
                    .as("policy of %s", answer)
                    .hasSize(1);
            assertThat(answer.headers("content-security-policy").getFirst()).doesNotContain("unsafe");
            assertThat(answer.headers("x-xss-protection")).isEmpty();
            assertThat(answer.headers("server")).as("server of %s", answer).containsExactly("nginx");
        }
    }

    @Test
    void plainHttpIsSentToHttpsAndChallengesAreAnswered() throws Exception {
        var moved = plain("/builds?role=heal");
        assertThat(moved.status()).isEqualTo(301);
        assertThat(moved.headers("location")).containsExactly("https://" + Nginx.NAME + "/builds?role=heal");
        Files.writeString(nginx.folder.resolve("acme/.well-known/acme-challenge/token"), "token.thumbprint");
        var challenge = plain("/.well-known/acme-challenge/token");
        assertThat(challenge.status()).isEqualTo(200);
        assertThat(challenge.body()).isEqualTo("token.thumbprint");
    }

    @Test
    void unknownNamesAreClosedAndGetNoCertificate() throws Exception {
        assertThat(curl("http://127.0.0.1:" + nginx.plainPort + "/", "-H", "Host: other.example")
                        .exit())
                .as("empty reply")
                .isEqualTo(52);
        var address = "https://other.example:" + nginx.port + "/";
        var refused = curl(address, "-k", "--resolve", "other.example:" + nginx.port + ":127.0.0.1");
        assertThat(refused.exit()).as(refused.text()).isEqualTo(35);
        assertThat(refused.text()).contains("unrecognized name");
    }

    @Test
    void whatIsTooLargeIsRefusedWithAProblem() throws Exception {
        var body = ask(nginx, "/api/v1/auth/login", "--data-binary", "@" + large());
        assertProblem(body, 413, "too-large");
        var headers = ask(nginx, "/api/v1/health", "--http1.1", "-H", "X-Long: " + "a".repeat(40_000));
        assertProblem(headers, 431, "headers-too-large");
    }

    @Test
    void aServerThatIsDownIsSaidToPeopleAndToPrograms() throws Exception {
        assertProblem(ask(alone, "/api/v1/health"), 502, "starting");
        assertProblem(ask(alone, "/health"), 502, "starting");
        var page = ask(alone, "/squads");
        assertThat(page.status()).isEqualTo(502);
        assertThat(page.headers("content-type").getFirst()).startsWith("text/html");
        assertThat(page.headers("retry-after")).containsExactly("5");
        assertThat(page.body()).contains("Back in a moment", "De retour dans un instant");
        var style = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL).matcher(page.body());
        assertThat(style.find()).isTrue();
        var hash = MessageDigest.getInstance("SHA-256").digest(style.group(1).getBytes(StandardCharsets.UTF_8));
        assertThat(page.headers("content-security-policy").getFirst())
                .contains("style-src 'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
    }

    @Test
    void whatAClientSaysAboutItsAddressIsReplaced() throws Exception {
        assertThat(curl(backend.resolve("/metrics").toString(), "-f").exit())
                .as("this machine may read it")
                .isZero();
        var metrics = ask(nginx, "/metrics", "-H", "X-Forwarded-For: 127.0.0.1", "-H", "Forwarded: for=127.0.0.1");
        assertThat(metrics.status()).as("through nginx nobody is this machine").isEqualTo(401);
        assertThat(ask(nginx, "/api/v1/nowhere", "-H", "X-Forwarded-For: 203.0.113.9")
                        .status())
                .isEqualTo(404);
        curl(backend.resolve("/api/v1/nowhere").toString(), "-H", "X-Forwarded-For: 203.0.113.7");
        Await.until("what the proxy itself says is believed", () -> logs(gw2).contains("203.0.113.7"));
        assertThat(logs(gw2)).doesNotContain("203.0.113.9");
    }

    @Test
    void assetsAreCachedForEverAndPacked() throws Exception {
        var page = ask(nginx, "/");
        var asset = Pattern.compile("(?:src|href)=\"?(/[^\"> ]+\\.js)").matcher(page.body());
        assertThat(asset.find()).as(page.body()).isTrue();
        var answer = ask(nginx, asset.group(1), "-H", "Accept-Encoding: gzip");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers("cache-control")).containsExactly("public, max-age=31536000, immutable");
        assertThat(answer.headers("content-encoding")).containsExactly("gzip");
    }

    @Test
    void tooManyAttemptsOfOneAddressAreHeldBack() throws Exception {
        for (var path : List.of("/api/v1/auth/register?[1-80]", "/api/v1/auth/login?[1-130]")) {
            var statuses = curl(
                    address(alone) + path,
                    aloneWith("-Z", "--no-progress-meter", "-d", "{}", "-o", "/dev/null", "-w", "%{http_code} "));
            assertThat(statuses.text().split(" "))
                    .as(path)
                    .contains("502", "429")
                    .containsOnly("502", "429");
            // A place comes free each second or few: whoever asks without a pause soon finds none.
            var last = ask(alone, path.replaceAll("\\?.*", ""), "-d", "{}");
            for (int i = 0; i < 100 && last.status() != 429; i++)
                last = ask(alone, path.replaceAll("\\?.*", ""), "-d", "{}");
            assertProblem(last, 429, "too-many");
            assertThat(last.headers("retry-after")).containsExactly("10");
            for (var header : ALWAYS.entrySet())
                assertThat(last.headers(header.getKey())).containsExactly(header.getValue());
            assertThat(last.headers("content-security-policy")).containsExactly(POLICY);
        }
    }

    private static String[] aloneWith(String... more) {
        var words = new ArrayList<>(List.of("-k", "--resolve", Nginx.NAME + ":" + alone.port + ":127.0.0.1"));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    @Test
    void aRenewedCertificateIsServedAfterTheHook() throws Exception {
        alone.certify("renewed");
        assertThat(certificate(alone)).contains("first");
        var hook = new ProcessBuilder(
                Tarball.home().resolve("nginx/renewal-hook.sh").toString());
        hook.environment().put("WVW_NGINX_COMMAND", alone.command());
        var run = hook.inheritIO().start();
        assertThat(run.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(run.exitValue()).isZero();
        Await.until("the new certificate is served", () -> certificate(alone).contains("renewed"));
    }

    @Test
    void onlyModernTlsIsSpoken() throws Exception {
        var program = Parts.program("sslscan", "apt-get install sslscan");
        var scan = Nginx.run(
                List.of(program.toString(), "--no-colour", "--sni-name=" + Nginx.NAME, "127.0.0.1:" + nginx.port));
        assertThat(scan)
                .containsPattern("TLSv1.2 +enabled")
                .containsPattern("TLSv1.3 +enabled")
                .containsPattern("TLSv1.1 +disabled")
                .containsPattern("TLSv1.0 +disabled");
        var ciphers = scan.lines()
                .filter(line -> line.matches("(Preferred|Accepted) .*"))
                .toList();
        assertThat(ciphers)
                .hasSizeGreaterThan(4)
                .allMatch(line -> line.contains("TLSv1.3") && line.contains(" TLS_")
                        || line.matches(".* ECDHE-.*(GCM|CHACHA20).*"));
    }

    private static void assertProblem(Answer answer, int status, String type) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.headers("content-type")).containsExactly("application/problem+json");
        assertThat(answer.body()).contains("\"type\":\"urn:wvw:problem:" + type + "\"", "\"status\":" + status);
    }

    private static String certificate(Nginx server) throws Exception {
        return curl(address(server) + "/", "-kv", "--resolve", Nginx.NAME + ":" + server.port + ":127.0.0.1")
                .text()
                .lines()
                .filter(line -> line.contains("subject:"))
                .findFirst()
                .orElseThrow();
    }

    /** All that the server has logged. */
    static String logs(Gw2 gw2) throws Exception {
        var text = new StringBuilder();
        try (var files = Files.walk(gw2.base().resolve("logs"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) text.append(Files.readString(file));
        }
        return text.toString();
    }

    private static Path large() throws Exception {
        return Files.write(nginx.folder.resolve("large"), new byte[(1 << 20) + 1]);
    }

    private static String address(Nginx server) {
        return "https://" + Nginx.NAME + ":" + server.port;
    }

    private static Answer plain(String path) throws Exception {
        var name = Nginx.NAME + ":" + nginx.plainPort;
        return answer(path, curl("http://" + name + path, "-i", "--resolve", name + ":127.0.0.1"));
    }

    private static Answer ask(Nginx server, String path, String... more) throws Exception {
        var words = new ArrayList<>(List.of(
                "-i", "--cacert", server.folder.resolve("certificate.pem").toString()));
        if (server == alone) words.set(1, "-k");
        if (server == alone) words.remove(2);
        words.addAll(List.of("--resolve", Nginx.NAME + ":" + server.port + ":127.0.0.1"));
        words.addAll(List.of(more));
        return answer(path, curl(address(server) + path, words.toArray(String[]::new)));
    }

    private static Ended curl(String address, String... more) throws Exception {
        var words = new ArrayList<>(
                List.of(Parts.program("curl", "apt-get install curl").toString(), "-sS", "-m", "20"));
        words.addAll(List.of(more));
        words.add(address);
        var output = Files.createTempFile("curl", ".txt");
        var run = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(run.waitFor(30, TimeUnit.SECONDS)).isTrue();
        var text = Files.readString(output, StandardCharsets.ISO_8859_1);
        Files.delete(output);
        return new Ended(run.exitValue(), text);
    }

    private static Answer answer(String path, Ended ended) {
        return Answer.of(path, ended.exit(), ended.text());
    }

    private record Ended(int exit, String text) {}
}
