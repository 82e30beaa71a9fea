package org.wvwbuilder.webhooks;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** A program that receives webhooks, on a real socket. It answers what it was told to, else 200. */
public final class Receiver implements AutoCloseable {
    public final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final HttpServer server;
    private volatile CountDownLatch held = new CountDownLatch(0);
    private volatile Answer always = new Answer(200, "thanks", Map.of());

    /** @param headers by their names in lower case */
    public record Call(String method, String path, Map<String, String> headers, String body) {}

    public record Answer(int status, String body, Map<String, String> headers) {}

    private Receiver(HttpServer server) {
        this.server = server;
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var headers = new java.util.TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
            calls.add(new Call(
                    exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body));
            await(held);
            var answer = next();
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    public static Receiver plain(String address) throws IOException {
        return new Receiver(HttpServer.create(new InetSocketAddress(address, 0), 0));
    }

    public static Receiver secure(SSLContext tls) throws IOException {
        var server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        return new Receiver(server);
    }

    private Answer next() {
        synchronized (answers) {
            return answers.isEmpty() ? always : answers.poll();
        }
    }

    /** It answers nothing before this opens. */
    public void hold(CountDownLatch until) {
        held = until;
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            throw new IOException(stop);
        }
    }

    public void then(int status, String body, Map<String, String> headers) {
        synchronized (answers) {
            answers.add(new Answer(status, body, headers));
        }
    }

    public void always(int status) {
        always = new Answer(status, "", Map.of());
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
