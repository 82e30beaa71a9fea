package org.wvwbuilder.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wvwbuilder.plugin.HealthCheck.Health;
import org.wvwbuilder.testing.Await;
import org.wvwbuilder.testing.TestClock;

class CertificateCheckTests {
    private static final String PASSWORD = "changeit";
    private static final Instant MADE = Instant.now().minusSeconds(10);

    @TempDir
    private Path folder;

    @Test
    void aCertificateIsWellUntilTwentyOneDaysBeforeItsEnd() throws Exception {
        var pem = pem(made(90));
        assertThat(seen(pem, MADE)).isInstanceOf(Health.Up.class);
        assertThat(seen(pem, MADE.plus(Duration.ofDays(68)))).isInstanceOf(Health.Up.class);
        var soon = seen(pem, MADE.plus(Duration.ofDays(70)));
        assertThat(why(soon)).contains("ends in 20 days", "certbot renew");
        assertThat(why(seen(pem, MADE.plus(Duration.ofDays(100))))).contains("ended on", "certbot renew");
    }

    @Test
    void aFileThatIsGoneOrNoneIsNamed() throws Exception {
        assertThat(why(seen(folder.resolve("gone.pem").toString(), MADE))).contains("gone.pem", "no such file");
        var text = Files.writeString(folder.resolve("notes.pem"), "hello");
        assertThat(why(seen(text.toString(), MADE))).contains("cannot be read", "health.certificate");
    }

    @Test
    void theSiteItselfIsAskedThoughNobodyTrustsIt() throws Exception {
        var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context(made(10))));
        server.start();
        var address = "https://127.0.0.1:" + server.getAddress().getPort();
        try {
            assertThat(why(seen(address, MADE))).contains(address, "ends in 10 days");
        } finally {
            server.stop(0);
        }
        assertThat(why(seen(address, MADE))).contains("cannot be read");
    }

    @Test
    void aRenewedCertificateIsSeenWithinAnHour() throws Exception {
        var pem = pem(made(10));
        var clock = TestClock.at(MADE.toString());
        var check = new CertificateCheck(pem, clock);
        Await.until("it was read", () -> check.check() instanceof Health.Degraded);
        Files.copy(Path.of(pem(made(90))), Path.of(pem), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(check.check()).isInstanceOf(Health.Degraded.class);
        clock.advance(Duration.ofMinutes(61));
        Await.until("it was read again", () -> check.check() instanceof Health.Up);
    }

    @Test
    void whatIsNeitherFileNorSiteIsRefused() {
        for (var wrong : List.of("http://wvw.example.org", "https://wvw.example.org/login", "https://")) {
            assertThatThrownBy(() -> new HealthSettings(Optional.of(wrong)))
                    .hasMessageContaining("such as https://wvw.example.org");
        }
        assertThat(new HealthSettings(Optional.of(" ")).certificate()).isEmpty();
    }

    /** What the check says once it has looked. */
    private static Health seen(String certificate, Instant now) throws Exception {
        var clock = TestClock.at(now.toString());
        var ends = new ArrayList<Instant>();
        try {
            ends.add(Certificates.of(certificate).ends());
        } catch (Exception unread) {
            ends.add(Instant.EPOCH);
        }
        var check = new CertificateCheck(certificate, clock);
        check.check();
        boolean well = ends.getFirst().isAfter(now.plus(CertificateCheck.WARNING));
        Await.until("the certificate was read", () -> well || check.check() instanceof Health.Degraded);
        return check.check();
    }

    private static String why(Health health) {
        assertThat(health).isInstanceOf(Health.Degraded.class);
        return ((Health.Degraded) health).why();
    }

    private Path made(int days) throws Exception {
        var store = folder.resolve("keys" + System.nanoTime() + ".p12");
        keytool(
                "-genkeypair",
                "-keystore",
                store.toString(),
                "-validity",
                String.valueOf(days),
                "-dname",
                "CN=wvw",
                "-keyalg",
                "EC");
        return store;
    }

    private String pem(Path store) throws Exception {
        var file = store + ".pem";
        keytool("-exportcert", "-rfc", "-keystore", store.toString(), "-file", file);
        return file;
    }

    private static void keytool(String... words) throws Exception {
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(words));
        command.addAll(List.of("-alias", "site", "-storepass", PASSWORD));
        var run = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(run.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(run.waitFor()).as(said).isZero();
    }

    private static SSLContext context(Path store) throws Exception {
        var keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
