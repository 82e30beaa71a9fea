import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The client of {@code distribution/benchmarks/solves}, which says what it is for. */
final class Solves {
    private static final long EVERY = TimeUnit.MILLISECONDS.toNanos(10);
    private static final int AT_ONCE = 4;
    private static final String[] BUILDS = {
        "\"scourge-power\",\"reaper-power\"", "\"herald-boon\",\"vindicator-power\"", "\"tempest-heal\"", "\"berserker-dps\""
    };

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final String address;
    private final List<String> tokens = new ArrayList<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();

    private Solves(String address) {
        this.address = address;
    }

    public static void main(String[] args) throws Exception {
        var bench = new Solves(args[0]);
        for (int person = 1; person <= Integer.parseInt(args[1]); person++) bench.signIn("bench" + person, args[2]);
        int seconds = Integer.parseInt(args[3]);
        int workers = Integer.parseInt(args[5]);
        bench.whileSolving(seconds);
        var rest = new ArrayList<Double>();
        var beside = new ArrayList<Double>();
        var busy = new ArrayList<Double>();
        for (int round = 0; round < Integer.parseInt(args[4]); round++) {
            rest.add(p99(bench.health(seconds)));
            beside.add(p99(bench.whileCounting(workers, seconds)));
            busy.add(p99(bench.whileSolving(seconds)));
            System.out.printf(
                    "round %d: health p99 %.1f ms at rest, %.1f ms beside another program, %.1f ms while squads are solved%n",
                    round + 1, rest.getLast(), beside.getLast(), busy.getLast());
        }
        System.out.printf(
                "medians: %.1f ms at rest, %.1f ms beside another program, %.1f ms while squads are solved; statuses %s%n",
                median(rest), median(beside), median(busy), bench.statuses);
        System.exit(0);
    }

    private List<Double> whileSolving(int seconds) throws InterruptedException {
        var over = new AtomicBoolean();
        var all = solve(over);
        var latencies = health(seconds);
        over.set(true);
        all.join();
        return latencies;
    }

    private List<Double> whileCounting(int threads, int seconds) throws InterruptedException {
        var over = new AtomicBoolean();
        for (int i = 0; i < threads; i++) {
            Thread.ofPlatform().daemon().start(() -> {
                while (!over.get()) Thread.onSpinWait();
            });
        }
        var latencies = health(seconds);
        over.set(true);
        return latencies;
    }

    private void signIn(String name, String password) throws Exception {
        var body = "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(name, password);
        var answer = client.send(post("/auth/login", body).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) throw new IllegalStateException("cannot sign in: " + answer.body());
        tokens.add(answer.body().replaceAll("(?s).*\"access_token\"\\s*:\\s*\"([^\"]+)\".*", "$1"));
    }

    private HttpRequest.Builder post(String path, String body) {
        return HttpRequest.newBuilder(URI.create(address + "/api/v1" + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    /** Everybody asks again and again, a second after a refusal. */
    private CompletableFuture<Void> solve(AtomicBoolean over) {
        var roster = IntStream.range(0, 50)
                .mapToObj(i -> "{\"player\":\"P%d\",\"builds\":[%s]}".formatted(i, BUILDS[i % BUILDS.length]))
                .collect(Collectors.joining(","));
        var body = "{\"roster\":[" + roster + "],\"rules\":{\"stability\":3,\"cleanse\":9,\"heal\":6},\"time_limit_ms\":2000}";
        var all = new ArrayList<CompletableFuture<Void>>();
        for (var token : tokens) {
            var request = post("/compositions/optimize", body)
                    .header("Authorization", "Bearer " + token)
                    .build();
            for (int i = 0; i < AT_ONCE; i++) all.add(again(request, over));
        }
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new));
    }

    private CompletableFuture<Void> again(HttpRequest request, AtomicBoolean over) {
        if (over.get()) return CompletableFuture.completedFuture(null);
        return client.sendAsync(request, BodyHandlers.discarding()).thenCompose(answer -> {
            count(answer);
            var pause = CompletableFuture.delayedExecutor(answer.statusCode() == 200 ? 0 : 1, TimeUnit.SECONDS);
            return CompletableFuture.runAsync(() -> {}, pause).thenCompose(done -> again(request, over));
        });
    }

    private void count(HttpResponse<?> answer) {
        synchronized (statuses) {
            statuses.merge(answer.statusCode(), 1, Integer::sum);
        }
    }

    /** @return milliseconds from when each request was due */
    private List<Double> health(int seconds) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + "/api/v1/health")).build();
        var latencies = new CopyOnWriteArrayList<Double>();
        var failed = new AtomicBoolean();
        var running = new ArrayList<CompletableFuture<?>>();
        long begun = System.nanoTime();
        for (long due = begun; due - begun < TimeUnit.SECONDS.toNanos(seconds); due += EVERY) {
            long at = due;
            TimeUnit.NANOSECONDS.sleep(at - System.nanoTime());
            running.add(client.sendAsync(request, BodyHandlers.discarding()).thenAccept(answer -> {
                latencies.add((System.nanoTime() - at) / 1e6);
                if (answer.statusCode() != 200) failed.set(true);
            }));
        }
        CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).join();
        if (failed.get()) throw new IllegalStateException("the health was not always answered with 200");
        return latencies;
    }

    private static double p99(List<Double> latencies) {
        var sorted = latencies.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[(int) Math.ceil(sorted.length * 0.99) - 1];
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
