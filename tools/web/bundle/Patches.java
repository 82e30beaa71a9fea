package bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Changes to Vaadin's sources without which our content security policy would be broken: styles reach the page as
 * constructed sheets and not as style elements. A patch that no longer fits stops the build, so that a new version of
 * Vaadin is looked at again.
 */
final class Patches {
    /** Replaces a fragment that stands exactly once in a file. */
    private record Patch(String file, String was, String is) {}

    private static final List<Patch> ALL = List.of(
            new Patch(
                    "@vaadin/component-base/src/styles/add-global-styles.js",
                    """
                      const styleTag = document.createElement('style');
                      styleTag.id = id;
                      styleTag.textContent = styles.map((style) => style.toString()).join('\\n');

                      document.head.insertAdjacentElement('afterbegin', styleTag);
                    """,
                    """
                      const sheet = new CSSStyleSheet();
                      sheet.replaceSync(styles.map((style) => style.toString()).join('\\n'));
                      document.adoptedStyleSheets = [sheet, ...document.adoptedStyleSheets];
                    """),
            new Patch(
                    "@vaadin/component-base/src/slot-styles-mixin.js",
                    """
                      const style = document.createElement('style');
                      style.textContent = styles;

                      if (root === document) {
                        document.head.appendChild(style);
                      } else {
                        root.insertBefore(style, root.firstChild);
                      }
                    """,
                    """
                      const sheet = new CSSStyleSheet();
                      sheet.replaceSync(styles);
                      root.adoptedStyleSheets = [sheet, ...root.adoptedStyleSheets];
                    """),
            new Patch(
                    "@vaadin/vaadin-themable-mixin/vaadin-themable-mixin.js",
                    """
                      const styleEl = document.createElement('style');
                      styleEl.id = STYLE_ID;
                      styleEl.textContent = getCssText(styles);
                      template.content.appendChild(styleEl);
                    """,
                    """
                      throw new Error(`${STYLE_ID}: only Lit elements can be styled here`);
                    """));

    private final Set<Patch> used = new HashSet<>();

    String apply(String file, String text) throws IOException {
        String result = text;
        for (Patch patch : ALL) {
            if (!patch.file().equals(file)) continue;
            int at = result.indexOf(patch.was());
            if (at < 0 || result.indexOf(patch.was(), at + 1) >= 0) {
                throw new IOException(file + " changed upstream: look at it and write its patch anew in Patches.java");
            }
            result = result.replace(patch.was(), patch.is());
            used.add(patch);
        }
        return result;
    }

    /** Puts nothing in the place of the package that reports usage to its maker. */
    void replaceStatistics(Path modules) throws IOException {
        Path file = modules.resolve("@vaadin/vaadin-usage-statistics/vaadin-usage-statistics.js");
        if (Files.exists(file)) throw new IOException(file + " is there: do not unpack the usage statistics");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "export const usageStatistics = () => {};\n");
    }

    void requireAllUsed() throws IOException {
        for (Patch patch : ALL) {
            if (!used.contains(patch)) throw new IOException(patch.file() + " is gone upstream: drop or move its patch");
        }
    }
}
