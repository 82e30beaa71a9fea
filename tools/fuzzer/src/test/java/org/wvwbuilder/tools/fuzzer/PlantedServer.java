package org.wvwbuilder.tools.fuzzer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server with one fault at each address but the good ones. */
final class PlantedServer implements AutoCloseable {
    final Set<String> seen = ConcurrentHashMap.newKeySet();
    final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> log = new ArrayList<>();
    private final HttpServer server;

    PlantedServer() throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.createContext("/", this::handle);
        server.setExecutor(Thread::startVirtualThread);
        server.start();
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    synchronized List<String> errors() {
        var errors = List.copyOf(log);
        log.clear();
        return errors;
    }

    private void handle(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getRawPath();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("X-Request-Id", "1");
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
        switch (path) {
            case "/api/v1/good" -> good(exchange, body);
            case "/api/v1/good/known" -> answer(exchange, 200, "application/json", "{\"id\": \"known\"}", "known");
            case "/api/v1/broken" -> problem(exchange, 500, "no luck");
            case "/api/v1/other-status" -> answer(exchange, 202, "application/json", "", "");
            case "/api/v1/other-type" -> answer(exchange, 200, "text/html", "<p>", "");
            case "/api/v1/other-shape" -> answer(exchange, 200, "application/json", "{\"id\": 7}", "");
            case "/api/v1/page-of-error" -> answer(exchange, 404, "text/html", "<h1>404</h1>", "");
            case "/api/v1/talkative" -> problem(exchange, 400, "at org.example.Secret.read(Secret.java:12)");
            case "/api/v1/logged" -> logged(exchange);
            case "/api/v2/silent" -> exchange.getRequestBody();
            case "/api/v1/late" -> problem(exchange, 503, "later");
            case "/api/v1/auth/login" ->
                answer(exchange, 200, "application/json", "{\"access_token\": \"t\", \"role\": \"member\"}", "");
            case "/api/v1/users/me" -> answer(exchange, 200, "application/json", "{\"role\": \"member\"}", "");
            case "/api/v1/open" -> answer(exchange, 204, "", "", "");
            default -> problem(exchange, 404, "nothing here");
        }
    }

    private void good(HttpExchange exchange, String body) throws IOException {
        boolean get = !exchange.getRequestMethod().equals("POST");
        if (!get && !"Bearer t".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            problem(exchange, 401, "sign in");
            return;
        }
        if (get || body.contains("title"))
            answer(exchange, get ? 200 : 201, "application/json", "{\"id\": \"known\"}", "");
        else problem(exchange, 400, "a title is needed");
    }

    private synchronized void logged(HttpExchange exchange) throws IOException {
        log.add("something broke quietly");
        answer(exchange, 204, "", "", "");
    }

    private void problem(HttpExchange exchange, int status, String detail) throws IOException {
        var problem = Contract.JSON.createObjectNode().put("status", status).put("detail", detail);
        answer(exchange, status, "application/problem+json", problem.toString(), "");
    }

    private void answer(HttpExchange exchange, int status, String type, String body, String what) throws IOException {
        if (!what.isEmpty()) seen.add(what);
        if (!type.isEmpty()) exchange.getResponseHeaders().set("Content-Type", type);
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        boolean none = bytes.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, none ? -1 : bytes.length);
        if (!none) exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
