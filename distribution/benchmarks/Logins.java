import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
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
import java.util.function.BooleanSupplier;

/** The client of {@code distribution/benchmarks/logins}, which says what it is for. */
final class Logins {
    private static final long EVERY = TimeUnit.MILLISECONDS.toNanos(10);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final String address;
    private final Map<Integer, Integer> statuses = new TreeMap<>();

    private Logins(String address) {
        this.address = address;
    }

    public static void main(String[] args) throws Exception {
        var bench = new Logins(args[0]);
        int logins = Integer.parseInt(args[3]);
        bench.health(sleeping(15));
        var rest = new ArrayList<Double>();
        var busy = new ArrayList<Double>();
        for (int round = 0; round < Integer.parseInt(args[4]); round++) {
            rest.add(p99(bench.health(sleeping(10))));
            long begun = System.nanoTime();
            var all = bench.signIn(args[1], args[2], logins);
            busy.add(p99(bench.health(all::isDone)));
            double seconds = (System.nanoTime() - begun) / 1e9;
            System.out.printf(
                    "round %d: health p99 %.1f ms at rest, %.1f ms while %d sign-ins took %.1f s%n",
                    round + 1, rest.getLast(), busy.getLast(), logins, seconds);
        }
        System.out.printf(
                "medians: %.1f ms at rest, %.1f ms while signing in; statuses of the sign-ins %s%n",
                median(rest), median(busy), bench.statuses);
        System.exit(0);
    }

    private static BooleanSupplier sleeping(int seconds) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        return () -> System.nanoTime() >= end;
    }

    private CompletableFuture<Void> signIn(String name, String password, int times) {
        var body = "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(name, password);
        var request = HttpRequest.newBuilder(URI.create(address + "/api/v1/auth/login"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        var all = new CompletableFuture<?>[times];
        for (int i = 0; i < times; i++) {
            all[i] = client.sendAsync(request, BodyHandlers.discarding()).thenAccept(answer -> {
                synchronized (statuses) {
                    statuses.merge(answer.statusCode(), 1, Integer::sum);
                }
            });
        }
        return CompletableFuture.allOf(all);
    }

    /** @return milliseconds from when each request was due */
    private List<Double> health(BooleanSupplier over) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + "/api/v1/health")).build();
        var latencies = new CopyOnWriteArrayList<Double>();
        var failed = new AtomicBoolean();
        var running = new ArrayList<CompletableFuture<?>>();
        for (long due = System.nanoTime(); !over.getAsBoolean(); due += EVERY) {
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
