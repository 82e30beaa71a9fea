package org.wvwbuilder.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.testing.Await;
import org.wvwbuilder.testing.TestPlugin;

/** Resource methods that do not come back in time. The time is the tests' own: they say when the watch looks, and how late. */
@Timeout(60)
class DeadlineTests {
    private static final long MUCH_LATER = TimeUnit.HOURS.toNanos(1);

    private final TestPlugin plugin = new TestPlugin("slow", DeadlineTests.class);
    private final Ways ways = new Ways();
    private final HttpServer http = new HttpServer(HttpConfig.onAnyPort(), "1");
    private final HttpClient client = HttpClient.newHttpClient();
    private URI address;

    /** Ways to keep somebody waiting. */
    @Path("ways")
    @PermitAll
    public static final class Ways {
        final CountDownLatch arrived = new CountDownLatch(1);
        final CountDownLatch leave = new CountDownLatch(1);
        final CompletableFuture<String> end = new CompletableFuture<>();

        @GET
        @Path("hang")
        public String hang() throws InterruptedException {
            arrived.countDown();
            try {
                leave.await();
                return "too late";
            } catch (InterruptedException asked) {
                end.complete("interrupted");
                throw asked;
            }
        }

        @GET
        @Path("deaf")
        public Map<String, String> deaf() {
            arrived.countDown();
            while (leave.getCount() > 0) Thread.onSpinWait();
            end.complete("came back");
            return Map.of("said", "too late");
        }

        @GET
        @Path("stream")
        @Produces("text/event-stream")
        public StreamingOutput stream() {
            return out -> {
                out.write("data: begun\n\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
                try {
                    leave.await();
                } catch (InterruptedException asked) {
                    throw new IllegalStateException(asked);
                }
                out.write("data: whole\n\n".getBytes(StandardCharsets.US_ASCII));
            };
        }

        /** Reads its body, and tells once it waits for it. */
        @POST
        @Path("body")
        public String body(InputStream sent) throws IOException {
            var own = Thread.currentThread();
            Thread.ofPlatform().daemon().start(() -> {
                while (own.getState() == Thread.State.RUNNABLE) Thread.onSpinWait();
                arrived.countDown();
            });
            return new String(sent.readAllBytes(), StandardCharsets.US_ASCII);
        }

        @GET
        @Path("broken")
        public String broken() {
            throw new IllegalStateException("broken");
        }

        @GET
        @Path("quick")
        public String quick() {
            return "quick";
        }
    }

    @BeforeEach
    void start() throws Exception {
        http.resources().install(plugin, List.of(new Contribution.Resource(ways)));
        address = http.start();
    }

    @AfterEach
    void stop() {
        ways.leave.countDown();
        http.stop(Duration.ofSeconds(1));
        client.shutdownNow();
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(address.resolve("/api/v1/ways/" + path)).build();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(request(path), BodyHandlers.ofString());
    }

    private CompletableFuture<HttpResponse<String>> later(String path) {
        return client.sendAsync(request(path), BodyHandlers.ofString());
    }

    private void sweep() {
        plugin.calls().sweep(System.nanoTime() + MUCH_LATER);
    }

    @Test
    void aMethodThatHangsIsInterruptedAndTheClientToldInItsStead() throws Exception {
        var waiting = later("hang");
        ways.arrived.await();
        sweep();
        var answer = waiting.get();
        ProblemTests.problem(answer, 503, "plugin-too-late");
        assertThat(answer.headers().firstValue("Retry-After")).contains("30");
        assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
        assertThat(ways.end.get()).isEqualTo("interrupted");
        assertThat(get("quick").body()).isEqualTo("quick");
        Await.until("both are counted", () -> metrics().contains("status=\"5xx\""));
    }

    @Test
    void whatADeafOneSaysLaterReachesNobody() throws Exception {
        var waiting = later("deaf");
        ways.arrived.await();
        sweep();
        ProblemTests.problem(waiting.get(), 503, "plugin-too-late");
        // Counted, though its thread has not come back.
        assertThat(metrics()).contains("route=\"/api/v1/ways/deaf\"");
        ways.leave.countDown();
        assertThat(ways.end.get()).isEqualTo("came back");
        for (int i = 0; i < 5; i++) assertThat(get("quick").body()).isEqualTo("quick");
    }

    @Test
    void aStreamMayLast() throws Exception {
        var answer = client.send(request("stream"), BodyHandlers.ofInputStream());
        try (var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("data: begun");
            sweep();
            ways.leave.countDown();
            assertThat(lines.lines()).contains("data: whole");
        }
    }

    @Test
    void aClientThatSendsSlowlyIsNotThePluginsFault() throws Exception {
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(60_000);
            var out = socket.getOutputStream();
            out.write(("POST /api/v1/ways/body HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\n"
                            + "Content-Length: 8\r\nConnection: close\r\n\r\nhalf")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            ways.arrived.await();
            sweep();
            out.write("more".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200 ")
                    .endsWith("halfmore");
        }
    }

    @Test
    void whatFailsIsCountedAsSuch() throws Exception {
        ProblemTests.problem(get("broken"), 500, "defect");
        assertThat(get("quick").statusCode()).isEqualTo(200);
        Await.until("both are counted", () -> plugin.calls().activity(List.of()).requests() == 2);
        assertThat(plugin.calls().activity(List.of()).errors()).isOne();
    }

    private String metrics() throws Exception {
        return client.send(HttpRequest.newBuilder(address.resolve("/metrics")).build(), BodyHandlers.ofString())
                .body();
    }
}
