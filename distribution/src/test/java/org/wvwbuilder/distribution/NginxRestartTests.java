package org.wvwbuilder.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wvwbuilder.testing.Await;

/** Quality N8: people keep on saving while the server is replaced. */
class NginxRestartTests {
    private static final boolean LONG = Integer.getInteger("long", 0) > 0;
    private static final int A_SECOND = LONG ? 100 : 20;
    private static final int SECONDS = LONG ? 20 : 10;

    @RegisterExtension
    static final NginxSite SITE = new NginxSite();

    private final ConcurrentLinkedDeque<TlsClient> idle = new ConcurrentLinkedDeque<>();
    private final Map<String, AtomicInteger> answers = new ConcurrentHashMap<>();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicLong longest = new AtomicLong();

    @Test
    void noChangeFailsWhileTheServerRestarts() throws Exception {
        var token = signIn();
        var attempts = new AtomicInteger();
        try (var clock = Executors.newSingleThreadScheduledExecutor();
                var people = Executors.newVirtualThreadPerTaskExecutor()) {
            clock.scheduleAtFixedRate(
                    () -> {
                        int number = attempts.incrementAndGet();
                        if (number <= A_SECOND * SECONDS) people.submit(() -> save(token, number));
                    },
                    0,
                    1_000_000 / A_SECOND,
                    TimeUnit.MICROSECONDS);
            var started = System.nanoTime();
            SITE.restart();
            System.out.println("restart: " + (System.nanoTime() - started) / 1_000_000 + " ms");
            Await.until("all are sent", () -> attempts.get() > A_SECOND * SECONDS);
            clock.shutdown();
        }
        System.out.println("answers: " + new TreeMap<>(answers) + ", longest " + longest + " ms");
        for (var client : idle) client.close();
        assertThat(answers).containsOnlyKeys("201");
        assertThat(acknowledged).hasSize(A_SECOND * SECONDS);
    }

    private static String signIn() throws Exception {
        try (var client = TlsClient.through(SITE.nginx())) {
            var reply = client.send(
                    "POST /api/v1/auth/login",
                    "",
                    "{\"username\": \"%s\", \"password\": \"%s\"}".formatted(NginxSite.ADMIN, Accounts.PASSWORD));
            return ApiClient.text(reply.body(), "access_token");
        }
    }

    private void save(String token, int number) {
        var started = System.nanoTime();
        String answer;
        try {
            var client = idle.poll();
            if (client == null) client = TlsClient.through(SITE.nginx());
            var reply = client.send("POST /api/v1/builds", token, """
                    {"name": "build %d", "chat_link": "%s", "game_mode": "wvw", "visibility": "private"}""".formatted(number, ApiClient.ELEMENTALIST));
            answer = String.valueOf(reply.status());
            if (reply.status() == 201) acknowledged.add(ApiClient.text(reply.body(), "id"));
            else answer += " " + reply.body();
            idle.push(client);
        } catch (IOException | java.security.GeneralSecurityException e) {
            answer = e.toString();
        }
        longest.accumulateAndGet((System.nanoTime() - started) / 1_000_000, Math::max);
        answers.computeIfAbsent(answer, key -> new AtomicInteger()).incrementAndGet();
    }
}
