import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** The driver behind {@code board-frames}: drags a player over a board in Chromium, and counts the frames meanwhile. */
final class BoardFrames {
    private static final String SET_UP = """
            (async () => {
              const post = async (path, body, token) => {
                const headers = { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) };
                const answer = await fetch(`/api/v1/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
                if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
                return answer.json();
              };
              const { access_token: token } = await post('auth/login', { username: 'bench', password: '%s', session: 'cookie' });
              localStorage.setItem('wvw.signed-in', '1');
              const builds = ['firebrand-heal', 'tempest-heal', 'scourge-power', 'herald-boon', 'reaper-power'];
              const subgroups = Array.from({ length: 10 }, (_, group) => ({
                slots: builds.map((build, place) => ({ player: `Player ${group * 5 + place + 1}`, build })),
              }));
              return (await post('compositions', { name: 'Fifty', rule_set: 'havoc', subgroups }, token)).id;
            })()""";

    /** The middle of each place of the board, in the window; the first is scrolled to the top. */
    private static final String PLACES = """
            (async () => {
              globalThis.find = (root, selector) => [
                ...root.querySelectorAll(selector),
                ...[...root.querySelectorAll('*')].flatMap((one) => (one.shadowRoot ? find(one.shadowRoot, selector) : [])),
              ];
              for (let i = 0; i < 200 && find(document, '.seat').length < 50; i++)
                await new Promise((done) => setTimeout(done, 50));
              await new Promise((done) => setTimeout(done, 1000));
              return find(document, '[data-cell][data-place]').map((cell) => {
                const { left, top, width, height } = cell.getBoundingClientRect();
                return `${Math.round(left + width / 2)},${Math.round(top + height / 2)}`;
              }).filter((point) => { const y = Number(point.split(',')[1]); return y > 140 && y < innerHeight - 150; }).join(' ');
            })()""";

    private static final String RECORD = """
            globalThis.frames = [];
            globalThis.counting = true;
            requestAnimationFrame(function next(at) { frames.push(at); if (counting) requestAnimationFrame(next); });
            0""";

    private static final String TELL = """
            (() => {
              counting = false;
              const gaps = frames.slice(1).map((at, i) => at - frames[i]).sort((a, b) => a - b);
              const at = (share) => gaps[Math.min(gaps.length - 1, Math.floor(gaps.length * share))].toFixed(1);
              const seconds = (frames.at(-1) - frames[0]) / 1000;
              const late = gaps.filter((gap) => gap > 25).length;
              return `${(gaps.length / seconds).toFixed(1)} frames/s, median ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, ` +
                `longest ${at(1)} ms, ${late} of ${gaps.length} late|${gaps.length}`;
            })()""";

    private final WebSocket socket;
    private final AtomicInteger last = new AtomicInteger();
    private final ConcurrentHashMap<Integer, CompletableFuture<String>> waiting = new ConcurrentHashMap<>();
    private String session = "";

    private BoardFrames(URI devtools) {
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(devtools, new Answers())
                .join();
    }

    private final class Answers implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();
        private final Pattern id = Pattern.compile("^\\{\"id\":(\\d+)");

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean whole) {
            text.append(data);
            if (whole) {
                var found = id.matcher(text);
                if (found.find()) waiting.remove(Integer.valueOf(found.group(1))).complete(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return null;
        }
    }

    public static void main(String[] arguments) throws Exception {
        Path profile = Path.of(arguments[1]);
        var chromium = new ProcessBuilder(
                        arguments[0], "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run",
                        "--remote-debugging-port=0", "--user-data-dir=" + profile, "--window-size=1280,860", "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(profile.resolveSibling("chromium.log").toFile())
                .start();
        try {
            Path port = profile.resolve("DevToolsActivePort");
            while (!Files.exists(port) || Files.readAllLines(port).size() < 2) Thread.sleep(50);
            var lines = Files.readAllLines(port);
            var drags = new BoardFrames(URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1)));
            drags.open(URI.create(arguments[2]), arguments[3]);
            for (int i = 1; i <= Integer.parseInt(arguments[4]); i++) drags.drag(i, Integer.parseInt(arguments[5]));
        } finally {
            chromium.destroy();
            chromium.waitFor();
        }
    }

    private void open(URI address, String password) throws IOException {
        String target = field(send("Target.createTarget", "{\"url\":\"about:blank\"}"), "targetId");
        session = field(send("Target.attachToTarget", "{\"targetId\":\"" + target + "\",\"flatten\":true}"), "sessionId");
        send("Emulation.setDeviceMetricsOverride",
                "{\"width\":1280,\"height\":860,\"deviceScaleFactor\":1,\"mobile\":false}");
        send("Performance.enable", "{\"timeDomain\":\"threadTicks\"}");
        send("Page.navigate", "{\"url\":\"" + address.resolve("/sign-in") + "\"}");
        String squad = evaluate(SET_UP.formatted(password));
        send("Page.navigate", "{\"url\":\"" + address.resolve("/squads/" + squad) + "\"}");
    }

    /** One drag along all places that are in view, there and back. */
    private void drag(int number, int seconds) throws IOException {
        String[] places = evaluate(PLACES).split(" ");
        if (places.length < 10) throw new IOException("the board shows " + places.length + " places");
        mouse("mousePressed", places[0].split(","), 0, "left");
        evaluate(RECORD);
        double before = computed();
        int moves = seconds * 120;
        long start = System.nanoTime();
        for (int i = 0; i < moves; i++) {
            double along = (double) i / moves * (places.length - 1);
            String[] from = places[(int) along].split(",");
            String[] to = places[(int) along + 1].split(",");
            double part = along - Math.floor(along);
            move(number(from[0]) + (number(to[0]) - number(from[0])) * part, number(from[1]) + (number(to[1]) - number(from[1])) * part);
            LockSupport.parkNanos(start + (i + 1) * TimeUnit.SECONDS.toNanos(1) / 120 - System.nanoTime());
        }
        if (evaluate("String(find(document, '.ghost').length)").equals("0")) throw new IOException("nobody is dragged");
        String[] told = evaluate(TELL).split("\\|");
        double each = (computed() - before) * 1000 / Integer.parseInt(told[1]);
        mouse("mouseReleased", places[places.length - 1].split(","), 0, "left");
        System.out.printf(Locale.ROOT, "drag %d: %s, %.2f ms of the page's thread for each%n", number, told[0], each);
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }

    /** Not waited for: the mouse does not wait either. */
    private void move(double x, double y) {
        dispatch("Input.dispatchMouseEvent",
                "{\"type\":\"mouseMoved\",\"x\":%.1f,\"y\":%.1f,\"button\":\"left\",\"buttons\":1}".formatted(x, y));
    }

    private void mouse(String type, String[] at, int buttons, String button) throws IOException {
        send("Input.dispatchMouseEvent",
                "{\"type\":\"%s\",\"x\":%s,\"y\":%s,\"button\":\"%s\",\"buttons\":%d,\"clickCount\":1}"
                        .formatted(type, at[0], at[1], button, buttons));
    }

    /** The seconds that the page's main thread computed so far. */
    private double computed() throws IOException {
        var found = Pattern.compile("\"name\":\"TaskDuration\",\"value\":([0-9.e-]+)").matcher(send("Performance.getMetrics", "{}"));
        if (!found.find()) throw new IOException("Chromium tells no TaskDuration");
        return Double.parseDouble(found.group(1));
    }

    private String evaluate(String script) throws IOException {
        String quoted = script.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        String answer = send("Runtime.evaluate",
                "{\"expression\":\"" + quoted + "\",\"awaitPromise\":true,\"returnByValue\":true}");
        if (answer.contains("exceptionDetails")) throw new IOException(answer);
        var value = Pattern.compile("\"value\":\"((?:[^\"\\\\]|\\\\.)*)\"").matcher(answer);
        return value.find() ? value.group(1) : "";
    }

    private String send(String method, String parameters) throws IOException {
        try {
            String answer = dispatch(method, parameters).get(60, TimeUnit.SECONDS);
            if (answer.contains("\"error\":{")) throw new IOException(method + ": " + answer);
            return answer;
        } catch (InterruptedException | java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new IOException(method, e);
        }
    }

    private CompletableFuture<String> dispatch(String method, String parameters) {
        int id = last.incrementAndGet();
        var answer = new CompletableFuture<String>();
        waiting.put(id, answer);
        String to = session.isEmpty() ? "" : ",\"sessionId\":\"" + session + "\"";
        socket.sendText("{\"id\":%d,\"method\":\"%s\",\"params\":%s%s}".formatted(id, method, parameters, to), true).join();
        return answer;
    }

    private static String field(String json, String name) throws IOException {
        var found = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(json);
        if (!found.find()) throw new IOException("no " + name + " in " + json);
        return found.group(1);
    }
}
