package org.wvwbuilder.loadtest;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.wvwbuilder.loadtest.wire.Client;
import org.wvwbuilder.loadtest.wire.Request;
import org.wvwbuilder.loadtest.wire.Target;

/**
 * How many requests a second the client itself is good for, against a server that does nothing but answer; and the JDK's
 * client at the same. Run by hand: {@code java … org.wvwbuilder.loadtest.Ceiling http://127.0.0.1:8090 SECONDS CALLERS}, or
 * {@code serve PORT} for the server, in a process of its own.
 */
final class Ceiling {
    private Ceiling() {}

    @FunctionalInterface
    private interface Once {
        boolean send() throws Exception;
    }

    public static void main(String[] words) throws Exception {
        if (words[0].equals("serve")) {
            try (var server = new LocalServer((request, out) -> out.whole(200, "0123456789".repeat(30)))) {
                System.out.println(server.address());
                Thread.currentThread().join();
            }
            return;
        }
        var seconds = Math.clamp(Integer.parseInt(words[1]), 1, 30);
        var callers = Math.clamp(Integer.parseInt(words[2]), 1, 256);
        var target = Target.of(words[0], false, InetAddress::getAllByName);
        var request = Request.of(Runs.endpoint("GET", 1, 1), target, "");
        var jdkRequest = HttpRequest.newBuilder(URI.create(words[0] + "/it"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try (var client = new Client(target, Duration.ofSeconds(5));
                var jdk = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
            for (var round = 0; round < 3; round++) {
                tell(
                        "ours, threads",
                        callers,
                        seconds,
                        false,
                        () -> client.send(request).isEmpty());
                tell(
                        "ours, virtual",
                        callers,
                        seconds,
                        true,
                        () -> client.send(request).isEmpty());
                tell(
                        "java.net.http",
                        callers,
                        seconds,
                        false,
                        () -> jdk.send(jdkRequest, HttpResponse.BodyHandlers.discarding())
                                        .statusCode()
                                == 200);
            }
        }
    }

    private static void tell(String name, int callers, int seconds, boolean virtual, Once once) throws Exception {
        var done = new AtomicInteger();
        var failed = new AtomicInteger();
        var cpu = cpuNanos();
        var start = System.nanoTime();
        var factory = virtual
                ? Thread.ofVirtual().factory()
                : Thread.ofPlatform().daemon().factory();
        try (var threads = Executors.newThreadPerTaskExecutor(factory)) {
            for (var i = 0; i < callers; i++) {
                threads.submit(() -> {
                    while (System.nanoTime() - start < seconds * 1_000_000_000L) {
                        if (once.send()) done.incrementAndGet();
                        else failed.incrementAndGet();
                    }
                    return null;
                });
            }
        }
        var took = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "%-14s %d callers: %.0f/s, %.1f us of CPU each, %d failed%n",
                name, callers, done.get() / took, (cpuNanos() - cpu) / 1e3 / Math.max(1, done.get()), failed.get());
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean)
                        java.lang.management.ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
