package org.wvwbuilder.distribution;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A program of its own that saves builds by way of nginx, so and so many a second whether they are answered or not, until
 * a file named {@code stop} lies in its folder. Then {@code acknowledged} holds the names of those that were answered with
 * 201, and {@code answers} how many got which answer.
 */
final class Saving {
    private static final Duration PATIENCE = Duration.ofSeconds(150);
    private static final int MOST = 12_000;

    private final HttpClient client;
    private final URI site;
    private final Map<String, AtomicInteger> answers = new ConcurrentSkipListMap<>();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger late = new AtomicInteger();
    private final AtomicLong longest = new AtomicLong();

    private Saving(HttpClient client, URI site) {
        this.client = client;
        this.site = site;
    }

    /** @param words folder, file with the certificate, name of the site, login, how many a second */
    public static void main(String[] words) throws Exception {
        var folder = Path.of(words[0]);
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .sslContext(trust(Path.of(words[1])))
                .build();
        try (client) {
            new Saving(client, URI.create("https://" + words[2])).run(folder, words[3], Integer.parseInt(words[4]));
        }
    }

    private static SSLContext trust(Path certificate) throws Exception {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (var pem = Files.newInputStream(certificate)) {
            store.setCertificateEntry(
                    "site", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private void run(Path folder, String login, int rate) throws Exception {
        var signedIn = post("/api/v1/auth/login", "", """
                {"username": "%s", "password": "%s"}""".formatted(login, Accounts.PASSWORD));
        var token = ApiClient.text(signedIn.body(), "access_token");
        try (var clock = Executors.newSingleThreadScheduledExecutor();
                var people = Executors.newVirtualThreadPerTaskExecutor()) {
            clock.scheduleAtFixedRate(
                    () -> {
                        int number = sent.incrementAndGet();
                        if (number <= MOST) people.submit(() -> save(token, number));
                    },
                    0,
                    1_000_000 / rate,
                    TimeUnit.MICROSECONDS);
            while (!Files.exists(folder.resolve("stop"))) {
                Files.writeString(folder.resolve("count"), String.valueOf(acknowledged.size()));
                Thread.sleep(100);
            }
            clock.shutdown();
        }
        Files.write(folder.resolve("acknowledged"), acknowledged, StandardOpenOption.CREATE);
        Files.writeString(folder.resolve("answers"), new TreeMap<>(answers).toString());
        System.out.println("saves: " + answers + ", above a second: " + late + ", longest " + longest + " ms");
    }

    private void save(String token, int number) {
        var started = System.nanoTime();
        String answer;
        try {
            var reply = post("/api/v1/builds", token, """
                    {"name": "t%d.", "chat_link": "%s", "game_mode": "wvw", "visibility": "private"}""".formatted(number, ApiClient.ELEMENTALIST));
            answer = String.valueOf(reply.statusCode());
            if (reply.statusCode() == 201) acknowledged.add("t" + number + ".");
            else answer += " " + reply.body();
        } catch (IOException e) {
            answer = e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answer = "interrupted";
        }
        var took = (System.nanoTime() - started) / 1_000_000;
        longest.accumulateAndGet(took, Math::max);
        if (took > 1_000) late.incrementAndGet();
        answers.computeIfAbsent(answer, key -> new AtomicInteger()).incrementAndGet();
    }

    private HttpResponse<String> post(String path, String token, String json) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(site.resolve(path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
