package org.wvwbuilder.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The guide for authors of panels names all that they may use. */
class PanelGuideTests {
    private static final Path SOURCES = Path.of("src/main/web");
    private static final Path GUIDE = Path.of("../../plugin-api/docs/panels.md");

    @Test
    void theGuideNamesWhatTheDesignSystemExports() throws IOException {
        var exports = all("export \\{ ([^}]+) \\}", Files.readString(SOURCES.resolve("wvw/ui/index.js"))).stream()
                .flatMap(names -> Stream.of(names.split(", ")))
                .toList();
        assertThat(exports).hasSizeGreaterThan(20);
        assertThat(guide()).contains(exports.stream().map(name -> "`" + name).toList());
    }

    @Test
    void theGuideNamesTheElementsThatAreAlwaysThere() throws IOException {
        var elements = all("import '\\./(\\w+)\\.js'", Files.readString(SOURCES.resolve("wvw/ui/index.js")));
        assertThat(elements).hasSizeGreaterThan(5);
        assertThat(guide())
                .contains(elements.stream().map(name -> "`wvw-" + name + "`").toList());
    }

    @Test
    void theGuideNamesEveryIcon() throws IOException {
        var icons = all("\\n  (\\w+): 'M", Files.readString(SOURCES.resolve("wvw/ui/icons.js")));
        assertThat(icons).hasSizeGreaterThan(30);
        assertThat(guide())
                .contains(icons.stream().map(name -> "`" + name + "`").toList());
    }

    @Test
    void theGuideNamesEveryModuleThatMayBeImported() throws IOException {
        try (var groups = Files.list(SOURCES.resolve("groups"))) {
            for (var group : groups.toList()) {
                var modules = all("from '([^']+)'", Files.readString(group));
                assertThat(modules).isNotEmpty();
                assertThat(guide())
                        .as(group.toString())
                        .contains(modules.stream()
                                .map(module -> module.replaceFirst("^lit/directives/(?!class-map)", ""))
                                .map(module -> "`" + module + "`")
                                .toList());
            }
        }
    }

    private static String guide() throws IOException {
        return Files.readString(GUIDE);
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
