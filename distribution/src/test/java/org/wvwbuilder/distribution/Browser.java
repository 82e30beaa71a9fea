package org.wvwbuilder.distribution;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A Chromium without a window, steered by Playwright on the Node and the Chromium of this machine. */
final class Browser implements AutoCloseable {
    private static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Path chromium, Path node, List<String> flags) {
        var environment = Map.of("PLAYWRIGHT_NODEJS_PATH", node.toString(), "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        this.playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        this.chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(flags));
    }

    /**
     * A browser, or a skipped test where the machine has none; with CI=true that is a failure.
     *
     * @param more flags of Chromium beside the usual ones
     */
    static Browser open(String... more) {
        var flags = Stream.concat(FLAGS.stream(), Stream.of(more)).toList();
        var chromium = program("chromium", "chromium-browser", "google-chrome");
        var node = Optional.ofNullable(System.getenv("PLAYWRIGHT_NODEJS_PATH"))
                .map(Path::of)
                .or(() -> program("node", "nodejs"));
        if (chromium.isPresent() && node.isPresent()) return new Browser(chromium.get(), node.get(), flags);
        var remedy = "the browser tests need Chromium and Node: apt-get install chromium nodejs";
        if ("true".equals(System.getenv("CI"))) throw new AssertionError(remedy);
        Assumptions.abort(remedy);
        throw new AssertionError("unreachable");
    }

    /** A visitor with a clean slate: no cookies, nothing remembered. */
    Visit visit(Visit.Reader reader) {
        return new Visit(chromium.newContext(reader.options()), reader);
    }

    private static Optional<Path> program(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
