package com.example.killfeed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The game's official API, or what speaks like it. Whatever it does wrong fails the job, whose record says it. */
record Source(HttpClient http, URI address) implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long LONGEST = 1 << 20;

    /** What a match is like now. */
    record Score(String match, Kills kills) {}

    Source(URI address) {
        this(HttpClient.newBuilder().connectTimeout(PATIENCE).build(), address);
    }

    Score read() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
        // Who knows what answers at an address that somebody typed: more than a match ever is, is not kept in memory.
        var answer = http.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST));
        if (answer.statusCode() != 200) throw new IOException(address + " answered " + answer.statusCode());
        var match = JSON.readTree(answer.body());
        var kills = match.path("kills");
        return new Score(match.path("id").asText(), new Kills(of(kills, "red"), of(kills, "blue"), of(kills, "green")));
    }

    private long of(JsonNode kills, String team) throws IOException {
        var count = kills.path(team);
        if (!count.isIntegralNumber()) throw new IOException(address + " tells no match: there is no kills." + team);
        return count.longValue();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
