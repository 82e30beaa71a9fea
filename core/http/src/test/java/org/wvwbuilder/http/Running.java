package org.wvwbuilder.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A server that a test has filled itself, as long as it runs. */
final class Running implements AutoCloseable {
    private final HttpServer http;
    private final URI address;
    private final HttpClient client = HttpClient.newHttpClient();

    Running(HttpServer http) throws IOException {
        this.http = http;
        this.address = http.start();
    }

    String get(String path) throws IOException, InterruptedException {
        return client.send(request(path), BodyHandlers.ofString()).body();
    }

    int status(String path) throws IOException, InterruptedException {
        return client.send(request(path), BodyHandlers.ofString()).statusCode();
    }

    CompletableFuture<String> getLater(String path) {
        return client.sendAsync(request(path), BodyHandlers.ofString()).thenApply(HttpResponse::body);
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofSeconds(20))
                .build();
    }

    @Override
    public void close() {
        http.stop(Duration.ofSeconds(1));
        client.shutdownNow();
    }
}
