package com.example.discordannouncer;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.wvwbuilder.plugin.HealthCheck.Health;

/**
 * A channel behind its webhook. A post waits for Discord, no longer than the setting says, in the thread in which the server
 * hands over the events: nobody who saves a build waits with it. What Discord does not take is told in the log and dropped.
 */
final class Channel implements AutoCloseable {
    private static final int LONGEST = 2000;
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI webhook;
    private final Duration patience;
    private final System.Logger log;
    private volatile String trouble = "";

    Channel(URI webhook, Duration patience, System.Logger log) {
        this.webhook = webhook;
        this.patience = patience;
        this.log = log;
    }

    void post(String text) throws InterruptedException {
        // Without parse, a build that somebody named @everyone would ring with everyone.
        var body = "{\"content\":\"" + escaped(text) + "\",\"allowed_mentions\":{\"parse\":[]}}";
        var request = HttpRequest.newBuilder(webhook)
                .timeout(patience)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            if (status >= 200 && status < 300) trouble = "";
            else failed("Discord answered " + status);
        } catch (IOException broken) {
            // Its class only: a message may hold the address.
            failed("Discord did not answer (" + broken.getClass().getSimpleName() + ")");
        }
    }

    private void failed(String why) {
        trouble = why;
        log.log(Level.WARNING, "an announcement was dropped: {0}", why);
    }

    /** As the last post went; a channel that was not used yet is well. */
    Health health() {
        var last = trouble;
        if (last.isEmpty()) return new Health.Up();
        return new Health.Degraded(last + ": look whether the webhook is still there in the channel's settings.");
    }

    static String escaped(String text) {
        var json = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(one -> {
            if (one == '"' || one == '\\') json.append('\\').appendCodePoint(one);
            else if (one < ' ') json.append("\\u%04x".formatted(one));
            else json.appendCodePoint(one);
        });
        return json.toString();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
