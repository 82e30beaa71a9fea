package org.wvwbuilder.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wvwbuilder.testing.Await;
import org.wvwbuilder.testing.Parts;

/** The lines for nginx that the example proxy-sign-in gives to operators, before a real server; the portal stands in for Authelia. */
class ProxySignInNginxTests {
    private static final String EXAMPLE = "proxy-sign-in";
    private static final Path SOURCE = StagedRepository.CHECKOUT.resolve("plugin-api/examples");
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final String ENTRANCE = "/api/v1/proxy-sign-in";

    @TempDir
    Path folder;

    private Nginx nginx;
    private int port;

    @Test
    void thePortalSignsInAndNobodyElseDoes() throws Exception {
        var portal = portal();
        port = Nginx.freePort();
        try (var gw2 = Gw2.in(Files.createDirectory(folder.resolve("gw2")))) {
            prepare(gw2);
            gw2.run().awaitReady();
            nginx = site(portal.getAddress().getPort());
            try (var running = nginx.start()) {
                assertThat(running.test()).contains("test is successful").doesNotContain("[warn]", "[emerg]");
                whomThePortalKnowsIsIn();
                whomItDoesNotKnowIsSentThere();
                nobodyComesInBesideIt(gw2);
            }
        } finally {
            portal.stop(0);
        }
    }

    private void whomThePortalKnowsIsIn() throws Exception {
        var claims = new String[] {"-H", "Remote-User: bron", "-H", "X-Proxy-Secret: guessed"};
        for (var more : List.of(new String[0], claims)) {
            var entered = throughNginx(ENTRANCE, with(more, "-H", "Cookie: portal=aria"));
            assertThat(entered.status()).as("%s", entered).isEqualTo(303);
            assertThat(entered.headers("set-cookie")).singleElement().asString().startsWith("__Host-wvw_refresh=");
            var cookie = entered.headers("set-cookie").getFirst().replaceFirst(";.*", "");
            var origin = "Origin: https://" + Nginx.NAME + ":" + nginx.port;
            var refreshed = throughNginx(
                    "/api/v1/auth/refresh",
                    "-H",
                    "Cookie: " + cookie,
                    "-H",
                    origin,
                    "-d",
                    "{}",
                    "-H",
                    "Content-Type: application/json");
            assertThat(refreshed.body()).contains("\"username\":\"aria\"");
        }
    }

    private void whomItDoesNotKnowIsSentThere() throws Exception {
        for (var more :
                List.of(new String[0], new String[] {"-H", "Remote-User: aria", "-H", "X-Proxy-Secret: " + SECRET})) {
            var sent = throughNginx(ENTRANCE, more);
            assertThat(sent.status()).as("%s", sent).isEqualTo(302);
            assertThat(sent.headers("location").getFirst())
                    .startsWith("https://auth.guild.example/?rd=https://" + Nginx.NAME);
            assertThat(sent.headers("set-cookie")).isEmpty();
        }
        var stranger = throughNginx(ENTRANCE, "-H", "Cookie: portal=stranger");
        assertThat(stranger.status()).isEqualTo(403);
        assertThat(stranger.body()).contains("urn:wvw:problem:account-unknown");
    }

    /** By another spelling of the address, and straight at the server's port, with and without the look of a proxy. */
    private void nobodyComesInBesideIt(Gw2 gw2) throws Exception {
        var claim = new String[] {"-H", "Remote-User: aria"};
        for (var path : List.of(
                ENTRANCE + "/",
                "/api/v1//proxy-sign-in",
                "/api/v1/./proxy-sign-in",
                ENTRANCE + ";x",
                "/api/v1/%70roxy-sign-in")) {
            var around = throughNginx(path, with(claim, "--path-as-is", "-H", "X-Proxy-Secret: " + SECRET));
            assertThat(around.status()).as("%s", around).isNotEqualTo(303);
            assertThat(around.headers("set-cookie")).as("%s", around).isEmpty();
        }
        assertUnproven(direct(claim));
        assertUnproven(direct(with(claim, "-H", "X-Forwarded-For: 203.0.113.7")));
        assertUnproven(direct(with(claim, "-H", "X-Proxy-Secret: " + SECRET)));
        Await.until(
                "the log tells of it",
                () -> NginxTests.logs(gw2).contains("not one header X-Proxy-Secret; from 203.0.113.7"));
        assertThat(NginxTests.logs(gw2))
                .contains("a sign-in by the proxy was refused")
                .doesNotContain(SECRET, "guessed");
    }

    private static void assertUnproven(Answer answer) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(403);
        assertThat(answer.body()).contains("urn:wvw:problem:proxy-unproven");
        assertThat(answer.headers("set-cookie")).isEmpty();
    }

    private void prepare(Gw2 gw2) throws Exception {
        gw2.with("GW2_HTTP_PORT", String.valueOf(port))
                .with("GW2_PLUGINS_UNSIGNED", "allow")
                .with("GW2_PROXY_SIGN_IN_SECRET", SECRET)
                .with("GW2_AUTH_SIGN_IN_BY_PLUGINS", "true");
        Accounts.add(gw2, "aria", "admin");
        var plugin = Files.createDirectories(gw2.base().resolve("data/plugins").resolve(EXAMPLE));
        Files.copy(built(), plugin.resolve(EXAMPLE + ".jar"));
    }

    private Path built() throws Exception {
        var scratch = Files.createDirectory(folder.resolve("scratch"));
        var project = Files.createDirectory(scratch.resolve(EXAMPLE));
        Files.copy(SOURCE.resolve("pom.xml"), scratch.resolve("pom.xml"));
        Files.copy(SOURCE.resolve(EXAMPLE).resolve("pom.xml"), project.resolve("pom.xml"));
        StagedRepository.copy(SOURCE.resolve(EXAMPLE).resolve("src"), project.resolve("src"));
        StagedRepository.in(scratch).maven(project, "-o", "-DskipTests", "package");
        return project.resolve("target/proxy-sign-in-1.0.0.jar");
    }

    /** The site of the distribution with the block of the README in it. */
    private Nginx site(int portal) throws Exception {
        var made = new Nginx(Files.createDirectory(folder.resolve("nginx")), port);
        var block = Pattern.compile("(?ms)^```nginx\n(.*?)^```$")
                .matcher(Files.readString(SOURCE.resolve(EXAMPLE).resolve("README.md")));
        assertThat(block.find()).isTrue();
        var site = made.folder.resolve("wvw-builder.conf");
        var end = "    include snippets/wvw-builder-wait.conf;\n";
        assertThat(Files.readString(site)).containsOnlyOnce(end);
        var lines = block.group(1).replace("127.0.0.1:9091", "127.0.0.1:" + portal);
        Files.writeString(site, Files.readString(site).replace(end, lines + end));
        Files.writeString(
                made.folder.resolve("wvw-builder-proxy-secret.conf"),
                "proxy_set_header X-Proxy-Secret \"" + SECRET + "\";\n");
        return made;
    }

    /** Knows who has a cookie of it, and says so in the header that Authelia uses. */
    private static HttpServer portal() throws IOException {
        var cookie = Pattern.compile("portal=(\\w+)");
        var portal = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        portal.createContext("/api/authz/auth-request", exchange -> {
            try (exchange) {
                var given = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Cookie"))
                        .orElse("");
                var known = cookie.matcher(given);
                boolean found = known.find();
                if (found) exchange.getResponseHeaders().set("Remote-User", known.group(1));
                exchange.sendResponseHeaders(found ? 200 : 401, -1);
            }
        });
        portal.start();
        return portal;
    }

    private Answer throughNginx(String path, String... more) throws Exception {
        var certificate = nginx.folder.resolve("certificate.pem").toString();
        var place = Nginx.NAME + ":" + nginx.port;
        var words = List.of("--cacert", certificate, "--resolve", place + ":127.0.0.1", "https://" + place + path);
        return ask(path, words, more);
    }

    private Answer direct(String... more) throws Exception {
        return ask(ENTRANCE, List.of("http://127.0.0.1:" + port + ENTRANCE), more);
    }

    private static Answer ask(String path, List<String> words, String... more) throws Exception {
        var curl = Parts.program("curl", "apt-get install curl").toString();
        var all = new ArrayList<>(List.of(curl, "-sS", "-i", "-m", "20", "--http1.1"));
        all.addAll(List.of(more));
        all.addAll(words);
        return Answer.of(path, 0, Nginx.run(all));
    }

    private static String[] with(String[] words, String... more) {
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }
}
