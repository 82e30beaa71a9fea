package org.wvwbuilder.builds.official;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** The official API: each question is asked until it is answered, or until patience ends. */
public final class OfficialApi implements AutoCloseable {
    /** From this one on the API tells codes and palettes. */
    private static final String SCHEMA = "2022-03-23T19:00:00.000Z";

    private static final int IDS_AT_ONCE = 200;
    private static final long LARGEST = 16 << 20;
    private static final Duration WHOLE = Duration.ofSeconds(30);

    private final URI address;
    private final Pace pace;
    private final Patience patience;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    public OfficialApi(URI address, InstantSource clock, Pace.Sleeper sleeper) {
        this(address, clock, sleeper, Patience.OF_A_JOB);
    }

    public OfficialApi(URI address, InstantSource clock, Pace.Sleeper sleeper, Patience patience) {
        this.address = address;
        this.pace = new Pace(clock, sleeper);
        this.patience = patience;
    }

    public static OfficialApi at(URI address, InstantSource clock) {
        return new OfficialApi(address, clock, Thread::sleep);
    }

    /** For questions that somebody waits for. */
    public static OfficialApi forPeople(URI address, InstantSource clock) {
        return new OfficialApi(address, clock, Thread::sleep, Patience.OF_A_PERSON);
    }

    /** Asks without a key. */
    public Shape get(String path, Map<String, String> query) throws OfficialApiFault, InterruptedException {
        return get(path, query, Optional.empty());
    }

    /** @param key of a player; never part of an address or a message */
    public Shape get(String path, Map<String, String> query, Optional<String> key)
            throws OfficialApiFault, InterruptedException {
        var request = request(path, query, key);
        for (int attempt = 1; ; attempt++) {
            pace.take();
            switch (once(request)) {
                case Reply.Good good -> {
                    return good.shape();
                }
                case Reply.Never never -> throw fault(path, never.why(), never.key() && key.isPresent());
                case Reply.Later later -> {
                    var pause = patience.pause(attempt, later);
                    if (pause.isEmpty()) throw fault(path, later.why(), later.key() && key.isPresent());
                    pace.pause(pause.get());
                }
            }
        }
    }

    /** Every fact of a kind with these ids, asked for in batches. Ids that the API does not know are left out. */
    public List<Shape> all(String path, Collection<Integer> ids, String language, Runnable eachAnswer)
            throws OfficialApiFault, InterruptedException {
        var all = new ArrayList<Shape>(ids.size());
        var sorted = ids.stream().sorted().toList();
        for (int from = 0; from < sorted.size(); from += IDS_AT_ONCE) {
            var some = sorted.subList(from, Math.min(from + IDS_AT_ONCE, sorted.size())).stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining(","));
            all.addAll(get(path, Map.of("ids", some, "lang", language)).items());
            eachAnswer.run();
        }
        return all;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private HttpRequest request(String path, Map<String, String> query, Optional<String> key) {
        var all = new TreeMap<>(query);
        all.put("v", SCHEMA);
        var text = all.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(address.resolve(path + "?" + text))
                .timeout(WHOLE)
                .header("Accept", "application/json");
        key.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        return request.GET().build();
    }

    private Reply once(HttpRequest request) throws InterruptedException {
        // The time runs until the last byte; the request's own timeout would stop at the headers.
        var answering = client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
        try {
            return Reply.of(answering.get(WHOLE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException late) {
            return later("no whole answer within " + WHOLE.toSeconds() + " seconds");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException broken) {
                return later("the connection failed (" + broken.getClass().getSimpleName() + ")");
            }
            throw new IllegalStateException(failed.getCause());
        } finally {
            cancel(answering);
        }
    }

    private static void cancel(CompletableFuture<?> answering) {
        if (!answering.isDone()) answering.cancel(true);
    }

    private static Reply later(String why) {
        return new Reply.Later(why, Optional.empty(), false);
    }

    private static OfficialApiFault fault(String path, String why, boolean key) {
        var advice = key
                ? "Make a new key at the game's account page, with account, characters and builds."
                : "Nothing was changed. Try again later.";
        return new OfficialApiFault("The official API did not give " + path + ": " + why + ". " + advice, key);
    }
}
