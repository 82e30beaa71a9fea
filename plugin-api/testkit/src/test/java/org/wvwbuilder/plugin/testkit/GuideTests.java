package org.wvwbuilder.plugin.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.wvwbuilder.plugin.Contribution;

/** What the guides for authors show and name is there. */
class GuideTests {
    private static final Path GUIDES = Path.of("../docs");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");

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
                .filter(method ->
                        method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(ParameterizedTest.class))
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
