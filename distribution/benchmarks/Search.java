import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The client of {@code distribution/benchmarks/search}, which says what it is for. */
final class Search {
    private static final List<String> ASKED = List.of(
            "?profession=Guardian",
            "?specialization=62",
            "?role=Healer",
            "?tag=cleanse",
            "?q=z",
            "?q=fire",
            "?q=guardian%20heal",
            "?q=firebrand&profession=Guardian&tag=cleanse",
            "?q=nothinglikethis",
            "?profession=Thief&specialization=62",
            "");

    /** Seconds; a new server also makes its start-up cache meanwhile. */
    private static final int WARM_UP = 40;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final String address;
    private final int clients;
    private final long span;

    private Search(String address, int clients, int seconds) {
        this.address = address;
        this.clients = clients;
        this.span = TimeUnit.SECONDS.toNanos(seconds);
    }

    public static void main(String[] args) throws Exception {
        var bench = new Search(args[0], Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        new Search(args[0], bench.clients, WARM_UP).load(0);
        long pace = TimeUnit.MILLISECONDS.toNanos(200);
        bench.print("five times a second each", bench.load(pace));
        bench.print("without a pause", bench.load(0));
        System.exit(0);
    }

    private Map<String, List<Double>> load(long pace) throws Exception {
        var all = new ArrayList<Map<String, List<Double>>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long start = System.nanoTime();
            var running = new ArrayList<java.util.concurrent.Future<Map<String, List<Double>>>>();
            for (int i = 0; i < clients; i++) {
                int one = i;
                running.add(threads.submit(() -> ask(one, start, pace)));
            }
            for (var future : running) all.add(future.get());
        }
        var merged = new TreeMap<String, List<Double>>();
        all.forEach(one -> one.forEach((query, times) ->
                merged.computeIfAbsent(query, any -> new ArrayList<>()).addAll(times)));
        return merged;
    }

    private Map<String, List<Double>> ask(int one, long start, long pace) throws Exception {
        var times = new TreeMap<String, List<Double>>();
        for (int turn = 0; System.nanoTime() - start < span; turn++) {
            long due = pace == 0 ? System.nanoTime() : start + turn * pace + one * pace / clients;
            long early = due - System.nanoTime();
            if (early > 0) TimeUnit.NANOSECONDS.sleep(early);
            var query = ASKED.get((one + turn) % ASKED.size());
            var request = HttpRequest.newBuilder(URI.create(address + "/api/v1/builds" + query))
                    .build();
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            if (status != 200) throw new IllegalStateException(query + " was answered " + status);
            times.computeIfAbsent(query, any -> new ArrayList<>()).add((System.nanoTime() - due) / 1e6);
        }
        return times;
    }

    private void print(String how, Map<String, List<Double>> times) {
        var all = new ArrayList<Double>();
        times.values().forEach(all::addAll);
        System.out.printf(
                "  %s: %,d requests, %,.0f a second, median %.1f ms, p99 %.1f ms%n",
                how, all.size(), all.size() / (span / 1e9), part(all, 0.5), part(all, 0.99));
        times.forEach((query, some) -> System.out.printf(
                "    %-45s median %.1f ms, p99 %.1f ms%n", query.isEmpty() ? "all" : query, part(some, 0.5), part(some, 0.99)));
    }

    private static double part(List<Double> times, double part) {
        var sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * part));
    }
}
