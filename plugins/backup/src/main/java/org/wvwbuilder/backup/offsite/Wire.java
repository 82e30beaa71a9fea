package org.wvwbuilder.backup.offsite;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.wvwbuilder.backup.OffsiteSettings;
import org.wvwbuilder.backup.saying.Saying;

/** Sends requests to one bucket, again where that is worth it, and never for ever. */
final class Wire implements AutoCloseable {
    private static final int TRIES = 5;
    private static final Duration CONNECT = Duration.ofSeconds(10);
    /** How long an answer may take, besides the time for its bytes and those of the request. */
    static final Duration ANSWER = Duration.ofSeconds(30);
    /** A line slower than this, in bytes a second, is as good as broken. */
    private static final int SLOWEST = 32 << 10;

    private static final int LONGEST_REASON = 200;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    /** Waits between two tries. */
    @FunctionalInterface
    interface Pause {
        void of(Duration duration) throws InterruptedException;
    }

    private final OffsiteSettings settings;
    private final Signature signature;
    private final InstantSource clock;
    private final Pause pause;
    private final Duration answer;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();

    Wire(OffsiteSettings settings, Signature signature, InstantSource clock, Pause pause, Duration answer) {
        this.settings = settings;
        this.signature = signature;
        this.clock = clock;
        this.pause = pause;
        this.answer = answer;
    }

    /**
     * @return any answer that will not be another one a little later
     * @throws OffsiteFault of kind UNREACHABLE after five tries, or STOPPED
     */
    Reply send(Request request) {
        for (int attempt = 1; ; attempt++) {
            String why;
            Exception cause = null;
            try {
                var reply = once(request);
                if (!reply.later()) return reply;
                why = "it answers " + reply.status() + " " + reply.code();
            } catch (IOException | TimeoutException e) {
                why = e.getMessage() == null ? e.getClass().getSimpleName() : harmless(e.getMessage());
                cause = e;
            }
            if (attempt == TRIES) {
                throw new OffsiteFault(
                        OffsiteFault.Kind.UNREACHABLE,
                        Saying.UNREACHABLE.of(settings.endpoint(), TRIES, why.strip()),
                        cause);
            }
            rest(attempt);
        }
    }

    /** An exception may quote what a stranger's server sent, and this goes to terminals and logs. */
    private static String harmless(String text) {
        var plain = text.replaceAll("[^\\x20-\\x7e]+", " ");
        return plain.length() <= LONGEST_REASON ? plain : plain.substring(0, LONGEST_REASON) + "...";
    }

    /** What the storage is asked right now, signed at this moment. */
    private Reply once(Request request) throws IOException, TimeoutException {
        var path = path(request.key());
        var headers = new HashMap<>(request.headers());
        headers.put("host", host());
        var signed =
                signature.headers(request.method(), path, request.query(), headers, request.body(), clock.instant());
        signed.remove("host");
        var query = Signature.query(request.query());
        var address = URI.create(
                settings.endpoint().getScheme() + "://" + host() + path + (query.isEmpty() ? "" : "?" + query));
        var limit = answer.plusSeconds((request.body().length + request.answer()) / SLOWEST);
        var body = request.body().length == 0 && !request.method().equals("POST")
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofByteArray(request.body());
        var http = HttpRequest.newBuilder(address).timeout(limit).method(request.method(), body);
        signed.forEach(http::header);
        return answer(http.build(), request.most(), limit);
    }

    private Reply answer(HttpRequest http, int most, Duration limit) throws IOException, TimeoutException {
        var handler = HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), most);
        // The client's own limit ends with the headers of the answer; this one holds for the body, too.
        var running = client.sendAsync(http, handler);
        try {
            var answer = running.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return new Reply(answer.statusCode(), answer.headers(), answer.body());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException broken) throw broken;
            throw new IllegalStateException("a request to the storage could not be made: report this", e.getCause());
        } catch (InterruptedException e) {
            throw stopped(e);
        } finally {
            running.cancel(true);
        }
    }

    private void rest(int attempt) {
        long most = FIRST_PAUSE.toMillis() << (attempt - 1);
        try {
            pause.of(Duration.ofMillis(ThreadLocalRandom.current().nextLong(most / 2, most + 1)));
        } catch (InterruptedException e) {
            throw stopped(e);
        }
    }

    private static OffsiteFault stopped(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new OffsiteFault(OffsiteFault.Kind.STOPPED, Saying.STOPPED.of(), cause);
    }

    private String path(String key) {
        return (settings.pathStyle() ? "/" + settings.bucket() : "")
                + (key.isEmpty() && settings.pathStyle() ? "" : "/" + Signature.encoded(key, true));
    }

    private String host() {
        var endpoint = settings.endpoint();
        var host = settings.pathStyle() ? endpoint.getHost() : settings.bucket() + "." + endpoint.getHost();
        int usual = "https".equals(endpoint.getScheme()) ? 443 : 80;
        return endpoint.getPort() < 0 || endpoint.getPort() == usual ? host : host + ":" + endpoint.getPort();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
