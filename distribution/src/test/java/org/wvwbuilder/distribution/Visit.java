package org.wvwbuilder.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** One person at the console: looks for things by the words that he reads, and writes down whatever goes wrong. */
final class Visit implements AutoCloseable {
    private static final int PATIENCE = 15_000;
    /** Made known by the page itself, since a refused style or script throws nothing. */
    private static final String WATCH = """
            document.addEventListener('securitypolicyviolation', (e) =>
              console.error(`CSP ${e.violatedDirective} ${e.blockedURI} ${e.sourceFile}:${e.lineNumber}`));
            globalThis.shifted = 0;
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) if (!entry.hadRecentInput) globalThis.shifted += entry.value;
            }).observe({ type: 'layout-shift', buffered: true });
            """;

    private static final String AXE = resource("/axe.min.js");

    /** A colour that still glides from one to another is not measured. */
    private static final String RULES = """
            Promise.all(document.getAnimations()
              .filter((one) => Number.isFinite(one.effect.getComputedTiming().endTime))
              .map((one) => one.finished.catch(() => one)))
              .then(() => axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }))
              .then(({ violations }) => violations.flatMap((rule) =>
                rule.nodes.map((node) => `${rule.id}: ${node.target.flat().join(' ')}: ${node.failureSummary}`)))
            """;

    /** Who looks: the language of his browser and the size of its window. */
    record Reader(String locale, int width, int height, ColorScheme colours) {
        static final Reader ENGLISH = new Reader("en-GB", 1280, 860, ColorScheme.DARK);
        static final Reader FRENCH_ON_A_PHONE = new Reader("fr-FR", 360, 740, ColorScheme.LIGHT);

        boolean french() {
            return locale.startsWith("fr");
        }

        com.microsoft.playwright.Browser.NewContextOptions options() {
            return new com.microsoft.playwright.Browser.NewContextOptions()
                    .setLocale(locale)
                    .setViewportSize(width, height)
                    .setColorScheme(colours)
                    .setReducedMotion(ReducedMotion.REDUCE)
                    .setPermissions(List.of("clipboard-read", "clipboard-write"));
        }
    }

    private final BrowserContext context;
    private final Reader reader;
    private final Page page;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    Visit(BrowserContext context, Reader reader) {
        this.context = context;
        this.reader = reader;
        context.setDefaultTimeout(PATIENCE);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        context.addInitScript(WATCH);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) complaints.add(message.text());
        });
        page.onPageError(complaints::add);
    }

    Page page() {
        return page;
    }

    /** The words in the reader's language. */
    String words(String english, String french) {
        return reader.french() ? french : english;
    }

    void open(URI address) {
        page.navigate(address.toString());
    }

    Locator heading(String english, String french) {
        return page.getByRole(
                AriaRole.HEADING,
                new Page.GetByRoleOptions().setName(words(english, french)).setExact(true));
    }

    Locator button(String english, String french) {
        return page.getByRole(
                AriaRole.BUTTON,
                new Page.GetByRoleOptions().setName(words(english, french)).setExact(true));
    }

    Locator link(String english, String french) {
        return page.getByRole(
                AriaRole.LINK,
                new Page.GetByRoleOptions().setName(words(english, french)).setExact(true));
    }

    /** Fills a field of a form by its name in the request. */
    void fill(String field, String value) {
        page.locator("[name=" + field + "]").locator("input, textarea").first().fill(value);
    }

    /** Shows a picture's worth: kept beside the build's results. */
    void picture(String name) {
        var folder = Path.of(System.getProperty("wvw.pictures", "target/pictures"));
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(folder.resolve(name + "-" + reader.locale() + "-" + reader.width() + ".png"))
                .setFullPage(true));
    }

    /** Looks at the page with axe: no violation of WCAG 2.2 AA, and no line wider than the window. */
    void requireAccessible() {
        page.evaluate(AXE);
        var found = (List<?>) page.evaluate(RULES);
        assertThat(found).as("what axe finds on %s", page.url()).isEmpty();
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("%s fits into %d pixels", page.url(), reader.width())
                .isTrue();
    }

    /** How far things moved by themselves on the page that is shown, as browsers measure it. */
    double shifted() {
        return ((Number) page.evaluate("globalThis.shifted")).doubleValue();
    }

    /** Nothing was refused by the content security policy, nothing was thrown, no request failed. */
    void requireQuiet() {
        assertThat(complaints).as("what the browser's console says").isEmpty();
    }

    /** Takes back what was complained so far, for a test that provokes it. */
    List<String> forgive() {
        var said = List.copyOf(complaints);
        complaints.clear();
        return said;
    }

    private static String resource(String name) {
        try (var stream = Visit.class.getResourceAsStream(name)) {
            if (stream == null) throw new IllegalStateException(name + " is not on the class path");
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
