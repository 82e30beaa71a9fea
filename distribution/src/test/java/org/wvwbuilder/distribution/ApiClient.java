package org.wvwbuilder.distribution;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Pattern;

/** Speaks to a running server as a script would. */
final class ApiClient {
    static final String ELEMENTALIST = "[&DQYfLSkaOCcXAXQANRfLAL4BjwBOARwBlwCWAAAAAAAAAAAAAAAAAAAAAAA=]";
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;
    private final String token;

    private ApiClient(URI address, String token) {
        this.address = address;
        this.token = token;
    }

    static ApiClient anonymous(URI address) {
        return new ApiClient(address, "");
    }

    ApiClient with(String bearer) {
        return new ApiClient(address, bearer);
    }

    /** The same server with the token of an account. */
    ApiClient signIn(String login, String password) throws IOException, InterruptedException {
        var answer = send(
                "POST",
                "/api/v1/auth/login",
                "{\"username\": \"%s\", \"password\": \"%s\"}".formatted(login, password));
        if (answer.statusCode() != 200)
            throw new IllegalStateException("sign-in answered " + answer.statusCode() + " " + answer.body());
        return with(text(answer.body(), "access_token"));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path, null);
    }

    HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return send("POST", path, json);
    }

    HttpResponse<String> saveBuild(String name) throws IOException, InterruptedException {
        return post("/api/v1/builds", """
                {"name": "%s", "chat_link": "%s", "game_mode": "wvw", "visibility": "private"}""".formatted(name, ELEMENTALIST));
    }

    HttpResponse<String> send(String method, String path, String json) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(30));
        if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
        if (json == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(json));
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The first text field of this name in a JSON text. */
    static String text(String json, String field) {
        var match = Pattern.compile("\"" + field + "\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"")
                .matcher(json);
        if (!match.find()) throw new IllegalStateException("no field " + field + " in " + json);
        return match.group(1);
    }
}
