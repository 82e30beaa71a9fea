package org.wvwbuilder.plugin.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wvwbuilder.plugin.Plugin;
import org.wvwbuilder.testing.Parts;
import org.xml.sax.InputSource;

/** What authors are shown can be pasted: the examples in the Javadoc of the API and in the guides. */
class ExamplesTests {
    private static final Path SOURCES = Path.of("../api/src/main/java/org/wvwbuilder/plugin");

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
        var blocks = Example.inGuides("java");
        assertThat(blocks).extracting(Example::place).contains("testing.md", "panels.md", "reference.md");
        assertThat(new Sheet(folder).compile(blocks)).isEmpty();
    }

    @Test
    void theSettingsOfTheGuidesAreToml() throws Exception {
        var blocks = Example.inGuides("toml");
        assertThat(blocks).isNotEmpty();
        for (var block : blocks)
            assertThat(new TomlMapper().readTree(block.code()))
                    .as(block.place())
                    .isNotEmpty();
    }

    @Test
    void thePomsOfTheGuidesAreXml() throws Exception {
        var blocks = Example.inGuides("xml");
        assertThat(blocks).isNotEmpty();
        var parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        for (var block : blocks) {
            var text = "<pom>" + block.code() + "</pom>";
            assertThat(parser.parse(new InputSource(new StringReader(text))))
                    .as(block.place())
                    .isNotNull();
        }
    }

    @Test
    void theCommandsOfTheGuidesAreOfAShell() throws Exception {
        var bash = Parts.program("bash", "apt-get install bash").toString();
        check("sh", block -> List.of(bash, "-n", block));
    }

    @Test
    void theModulesOfTheGuidesAreJavaScript() throws Exception {
        var node = Parts.program("node", "apt-get install nodejs").toString();
        check("js", block -> List.of(node, "--check", block));
    }

    private void check(String language, Function<String, List<String>> command) throws Exception {
        var blocks = Example.inGuides(language);
        assertThat(blocks).isNotEmpty();
        for (var block : blocks) {
            var file = Files.writeString(folder.resolve("block.m" + language), block.code());
            var process = new ProcessBuilder(command.apply(file.toString()))
                    .redirectErrorStream(true)
                    .start();
            var said = new String(process.getInputStream().readAllBytes());
            assertThat(process.waitFor()).as(block.place() + ": " + said).isZero();
        }
    }

    /** Names, numbers and places are made up; the words around them are these, in the guides and in what says them. */
    @Test
    void whatTheGuidesShowOfTheLogAndTheKitIsWhatTheySay() throws Exception {
        var said = said("src/main/java/org/wvwbuilder/plugin/testkit/Unanswered.java")
                + said("../../core/kernel/src/main/java/org/wvwbuilder/kernel/LeftThreads.java");
        var blocks = Example.inGuides("text");
        assertThat(blocks).hasSize(2);
        var shown = blocks.stream().map(Example::code).collect(Collectors.joining());
        assertThat(List.of(
                        " was not answered within ",
                        "When it was given up, the plugin ",
                        "Since it was sent, the server's log has no warning.",
                        "All of its log is in target/surefire-reports/CLASS-output.txt, or in the console of your IDE.",
                        "A machine that is busy with other work may be why: its load is ",
                        " waits four times as long as usual.",
                        ", but threads that it started still run: ",
                        ". They end with the server's process. Tell its author: OpenPlugin.close has to end them, by an"
                                + " interrupt and a join, or by the close of their executor."))
                .allSatisfy(words -> assertThat(shown).contains(words))
                .allSatisfy(words -> assertThat(said).contains(words));
    }

    /** The texts of a source, those joined by a plus as one. */
    private static String said(String source) throws IOException {
        return Files.readString(Path.of(source)).replaceAll("\"\\s*\\+\\s*\"", "");
    }

    /** SQL is tried with {@link MigrationContractTests}, the manifest by those of the signatures. */
    @Test
    void noBlockOfTheGuidesIsLeftUntried() throws Exception {
        var tried = List.of("java", "toml", "xml", "sh", "js", "sql", "text");
        var others = Example.inGuides().stream()
                .filter(block -> !tried.contains(block.language()))
                .toList();
        assertThat(others)
                .singleElement()
                .satisfies(manifest -> assertThat(manifest.code()).startsWith("wvw-plugin 1\n"));
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }
}
