package org.wvwbuilder.plugin.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wvwbuilder.plugin.Plugin;
import org.xml.sax.InputSource;

/** What authors are shown can be pasted: the examples in the Javadoc of the API and in the guides. */
class ExamplesTests {
    private static final Path SOURCES = Path.of("../api/src/main/java/org/wvwbuilder/plugin");
    private static final Path GUIDES = Path.of("../docs");

    @TempDir
    Path folder;

    @Test
    void everyTypeOfTheApiHasAnExample() throws Exception {
        var types = sources().stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .filter(name -> !name.equals("package-info"))
                .toList();
        assertThat(types).hasSizeGreaterThan(30).contains(Plugin.class.getSimpleName());
        assertThat(Example.inJavadoc(sources())).extracting(Example::place).containsAll(types);
    }

    /** Code that only looks like an example is not compiled. */
    @Test
    void theApiShowsCodeInSnippetsOnly() throws Exception {
        for (var source : sources()) assertThat(source).content().doesNotContain("<pre>");
    }

    @Test
    void theExamplesOfTheApiCompile() throws Exception {
        var examples = Example.inJavadoc(sources());
        assertThat(new Sheet(folder).compile(onClassPath(examples))).isEmpty();
    }

    @Test
    void theExampleOfAModuleCompilesWithItsPlugin() throws Exception {
        var module = new ArrayList<>(Example.inJavadoc(sources()));
        module.removeAll(onClassPath(module));
        assertThat(module).hasSize(2);
        assertThat(new Sheet(folder).compile(module)).isEmpty();
    }

    private static List<Example> onClassPath(List<Example> examples) {
        return examples.stream()
                .filter(example -> !example.code().contains("com.example.killfeed"))
                .toList();
    }

    @Test
    void theJavaOfTheGuidesCompiles() throws Exception {
        var blocks = blocks("java");
        assertThat(blocks).extracting(Example::place).contains("testing.md", "panels.md", "reference.md");
        assertThat(new Sheet(folder).compile(blocks)).isEmpty();
    }

    @Test
    void theSettingsOfTheGuidesAreToml() throws Exception {
        var blocks = blocks("toml");
        assertThat(blocks).isNotEmpty();
        for (var block : blocks)
            assertThat(new TomlMapper().readTree(block.code()))
                    .as(block.place())
                    .isNotEmpty();
    }

    @Test
    void thePomsOfTheGuidesAreXml() throws Exception {
        var blocks = blocks("xml");
        assertThat(blocks).isNotEmpty();
        var parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        for (var block : blocks) {
            var text = "<pom>" + block.code() + "</pom>";
            assertThat(parser.parse(new InputSource(new StringReader(text))))
                    .as(block.place())
                    .isNotNull();
        }
    }

    private static List<Example> blocks(String language) throws IOException {
        var blocks = new ArrayList<Example>();
        try (var guides = Files.list(GUIDES)) {
            for (var guide : guides.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList()) {
                blocks.addAll(Example.in(guide));
            }
        }
        return blocks.stream()
                .filter(block -> block.language().equals(language))
                .toList();
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }
}
