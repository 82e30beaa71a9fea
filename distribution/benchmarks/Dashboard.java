import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The client of {@code distribution/benchmarks/dashboard}, which says what it is for. */
final class Dashboard {
    private static final List<String> ASKED = List.of("stats", "activities?limit=10", "activities?limit=10&scope=guild");
    private static final Pattern TOKEN = Pattern.compile("\"access_token\" *: *\"([^\"]+)\"");
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Dashboard() {}

    /** One server and somebody who is signed in there. */
    private record Reader(String size, String address, String token) {
        static Reader signIn(String size, String address, String name, String password) throws Exception {
            var body = "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(name, password);
            var answer = CLIENT.send(
                    HttpRequest.newBuilder(URI.create(address + "/api/v1/auth/login"))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
            var token = TOKEN.matcher(answer.body());
            if (!token.find()) throw new IllegalStateException("the sign-in was answered " + answer.statusCode());
            return new Reader(size, address, token.group(1));
        }

        /** @return nanoseconds */
        long ask(String what) throws Exception {
            long begun = System.nanoTime();
            int status = CLIENT.send(
                            HttpRequest.newBuilder(URI.create(address + "/api/v1/dashboard/" + what))
                                    .header("Authorization", "Bearer " + token)
                                    .build(),
                            BodyHandlers.ofString())
                    .statusCode();
            if (status != 200) throw new IllegalStateException(what + " was answered " + status);
            return System.nanoTime() - begun;
        }
    }

    public static void main(String[] args) throws Exception {
        int rounds = Integer.parseInt(args[0]);
        var readers = new ArrayList<Reader>();
        for (int i = 1; i < args.length; i += 4) {
            readers.add(Reader.signIn(args[i], args[i + 1], args[i + 2], args[i + 3]));
        }
        for (var what : ASKED) {
            var times = new long[readers.size()][rounds];
            // The first half is the warm-up.
            for (int round = -rounds; round < rounds; round++) {
                for (int one = 0; one < readers.size(); one++) {
                    long nanos = readers.get(one).ask(what);
                    if (round >= 0) times[one][round] = nanos;
                }
            }
            for (int one = 0; one < readers.size(); one++) {
                Arrays.sort(times[one]);
                System.out.printf(
                        "%-32s %9s builds: median %.3f ms, p99 %.3f ms%n",
                        what,
                        readers.get(one).size(),
                        times[one][rounds / 2] / 1e6,
                        times[one][rounds * 99 / 100] / 1e6);
            }
        }
    }
}
