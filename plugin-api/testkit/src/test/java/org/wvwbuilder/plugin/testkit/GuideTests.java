package org.wvwbuilder.plugin.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wvwbuilder.plugin.Contribution;

/** What the guides for authors show and name is there. */
class GuideTests {
    private static final Path GUIDES = Path.of("../docs");
    private static final Pattern JAVA = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");

    @TempDir
    Path folder;

    @Test
    void theJavaOfTheGuideToTestingCompiles() throws Exception {
        var blocks = JAVA.matcher(Files.readString(GUIDES.resolve("testing.md")))
                .results()
                .map(block -> block.group(1))
                .toList();
        assertThat(blocks).hasSize(2);
        var files = new ArrayList<String>();
        for (var block : blocks) {
            var name = Pattern.compile("class (\\w+)").matcher(block);
            assertThat(name.find()).isTrue();
            files.add(Files.writeString(folder.resolve(name.group(1) + ".java"), block)
                    .toString());
        }
        assertThat(compile(files)).isEmpty();
    }

    private String compile(List<String> files) throws Exception {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var messages = new StringWriter();
        var path = Stream.of("surefire.test.class.path", "java.class.path")
                .map(System::getProperty)
                .filter(value -> value != null)
                .reduce((a, b) -> a + File.pathSeparator + b)
                .orElseThrow();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var units = manager.getJavaFileObjectsFromStrings(files);
            var options = List.of("-cp", path, "-d", folder.toString(), "-proc:none");
            if (compiler.getTask(messages, manager, null, options, null, units).call()) return "";
            return messages.toString();
        }
    }

    @Test
    void theReferenceNamesEveryKindOfContribution() throws Exception {
        var reference = Files.readString(GUIDES.resolve("reference.md"));
        assertThat(Contribution.class.getPermittedSubclasses())
                .hasSizeGreaterThan(9)
                .allSatisfy(kind -> assertThat(reference).contains("| `" + kind.getSimpleName() + "` |"));
    }

    @Test
    void theGuideToTestingNamesEveryTestOfTheContract() throws Exception {
        var guide = Files.readString(GUIDES.resolve("testing.md"));
        var tests = Stream.of(PluginContract.class.getMethods())
                .filter(method -> method.getReturnType() == void.class)
                .map(method -> "| `" + method.getName() + "` |")
                .toList();
        assertThat(tests).hasSizeGreaterThan(4);
        assertThat(guide).contains(tests);
    }

    @Test
    void linksLeadSomewhere() throws Exception {
        try (var guides = Files.list(GUIDES)) {
            for (var guide :
                    guides.filter(file -> file.toString().endsWith(".md")).toList()) {
                var links = LINK.matcher(Files.readString(guide))
                        .results()
                        .map(MatchResult::group)
                        .map(link -> link.replaceAll("^\\]\\(|[#)].*", ""))
                        .toList();
                for (var link : links) {
                    assertThat(GUIDES.resolve(link)).as(guide + ": " + link).exists();
                }
            }
        }
    }
}
