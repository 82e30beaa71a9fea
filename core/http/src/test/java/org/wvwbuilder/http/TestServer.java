package org.wvwbuilder.http;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wvwbuilder.kernel.Fault;
import org.wvwbuilder.plugin.Authenticator.InvalidCredentials;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.plugin.Identity;
import org.wvwbuilder.plugin.Roles;
import org.wvwbuilder.plugin.Scopes;
import org.wvwbuilder.testing.TestPlugin;

/** A real server with the shelf on it, for one test class. Tokens are the names of roles. */
final class TestServer implements AutoCloseable {
    static final String PAGE = "<!doctype html><script type=\"importmap\">{\"imports\":{}}</script>"
            + "<script type=\"module\" src=\"/app.js\"></script>";

    final HttpServer http;
    final URI address;
    private final HttpClient client = HttpClient.newHttpClient();

    TestServer() throws Exception {
        this(HttpConfig.onAnyPort());
    }

    TestServer(HttpConfig config) throws Exception {
        this(config, "accounts");
    }

    /** @param keeper the id of the plugin that keeps the accounts */
    TestServer(String keeper) throws Exception {
        this(HttpConfig.onAnyPort(), keeper);
    }

    private TestServer(HttpConfig config, String keeper) throws Exception {
        http = new HttpServer(config, "1.2.3");
        var shelf = new TestPlugin("shelf", TestServer.class);
        http.authentication()
                .install(
                        new TestPlugin(keeper, TestServer.class),
                        List.of(new Contribution.Authentication(TestServer::identify)));
        http.resources()
                .install(
                        shelf,
                        List.of(new Contribution.Resource(new Shelf()), new Contribution.Resource(new Pamphlet())));
        address = http.start();
    }

    private static Identity identify(String token) throws InvalidCredentials {
        return switch (token) {
            case "admin", "commander", "member" -> new Identity("id-" + token, token, Roles.of(token), "s1");
            case "reader" -> script(Roles.of(Roles.ADMIN), Scopes.READ, Scopes.ADMIN);
            case "writer" -> script(Roles.of(Roles.MEMBER), Scopes.READ, Scopes.WRITE);
            case "explode" -> throw new IllegalStateException("secret of the desk");
            default -> throw new InvalidCredentials("no such token");
        };
    }

    private static Identity script(Set<String> roles, String... scopes) {
        return new Identity("id-script", "script", roles, "t1", Set.of(scopes));
    }

    void installSite() throws Fault {
        var site = new TestPlugin(
                "console",
                TestServer.class,
                Map.of(
                        "META-INF/wvw/ui/site/index.html",
                        PAGE,
                        "META-INF/wvw/ui/site/app.js",
                        "export default 1;".repeat(500),
                        "META-INF/wvw/ui/shell-4KQ2ZJ7A.js",
                        "x",
                        "META-INF/wvw/secret.txt",
                        "secret"));
        http.sites().install(site, List.of(new Contribution.Site("site")));
    }

    HttpResponse<String> get(String path, String... headers) throws Exception {
        return send("GET", path, null, headers);
    }

    HttpResponse<String> post(String path, String json, String... headers) throws Exception {
        var all = new java.util.ArrayList<>(List.of("Content-Type", "application/json"));
        all.addAll(List.of(headers));
        return send("POST", path, json, all.toArray(String[]::new));
    }

    HttpResponse<String> send(String method, String path, String body, String... headers) throws Exception {
        return client.send(request(method, path, body, headers), BodyHandlers.ofString());
    }

    HttpRequest request(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofSeconds(20))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) request.headers(headers);
        return request.build();
    }

    HttpClient client() {
        return client;
    }

    /** Sends exactly these bytes and reads until the server closes. */
    String raw(String bytes) throws IOException {
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(15_000);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        http.stop(Duration.ofSeconds(2));
        client.close();
    }
}
