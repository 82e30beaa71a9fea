package org.wvwbuilder.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads the console's sources: every text that is asked for stands in its module, in both languages. */
class WordsTests {
    private static final Pattern DICTIONARY = Pattern.compile("const (\\w+) = words\\(\\{(.*?)\\}\\);", Pattern.DOTALL);
    private static final Pattern ENTRY = Pattern.compile(
            "(?:^|[,{\\n])\\s*'?([\\w -]+?)'?: \\[\\s*'((?:[^'\\\\]|\\\\.)*)',\\s*'((?:[^'\\\\]|\\\\.)*)',?\\s*\\]",
            Pattern.DOTALL);
    private static final Pattern KEY = Pattern.compile("'?[\\w -]+'?: \\[");
    private static final Pattern PROBLEM = Pattern.compile("new Problem\\(\\s*\\d{3},\\s*\"([a-z-]+)\"");
    private static final Pattern MEANING =
            Pattern.compile("@Setting\\(\\s*(?:value = )?((?:\"(?:[^\"\\\\]|\\\\.)*\"\\s*\\+?\\s*)+)");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern TRANSLATED =
            Pattern.compile("(?m)^  '((?:[^'\\\\]|\\\\.)+)':\\s*'((?:[^'\\\\]|\\\\.)+)',$");
    private static final Pattern PLUGIN = Pattern.compile("@PluginModule\\(\\s*id = \"([a-z-]+)\"");
    private static final Pattern CHECK = Pattern.compile("new (?:Contribution\\.)?Check\\(\\s*\"([a-z-]+)\"");
    private static final Pattern HOLE = Pattern.compile("\\{\\w+\\}");

    static List<Path> modules() throws IOException {
        var folders = new ArrayList<>(List.of(Path.of("../../plugin-api/examples/build-herald")));
        try (var plugins = Files.list(Path.of(".."))) {
            plugins.map(plugin -> plugin.resolve("src/main/web")).forEach(folders::add);
        }
        var found = new ArrayList<Path>();
        for (var folder : folders.stream().filter(Files::isDirectory).toList()) {
            try (var files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".js")).sorted().forEach(found::add);
            }
        }
        assertThat(found).as("the sources of the console").hasSizeGreaterThan(150);
        return found;
    }

    @ParameterizedTest
    @MethodSource("modules")
    void everyTextStandsInBothLanguages(Path module) throws IOException {
        var source = Files.readString(module);
        var dictionaries = DICTIONARY.matcher(source);
        while (dictionaries.find()) {
            var keys = new TreeSet<String>();
            var entries = ENTRY.matcher(dictionaries.group(2));
            while (entries.find()) {
                keys.add(entries.group(1));
                assertThat(entries.group(3))
                        .as("French of %s", entries.group(1))
                        .isNotBlank();
                assertThat(holes(entries.group(3)))
                        .as("what is filled into %s", entries.group(1))
                        .isEqualTo(holes(entries.group(2)));
            }
            assertThat(keys).as("texts of %s", module).hasSize((int)
                    KEY.matcher(dictionaries.group(2)).results().count());
            var asked = Pattern.compile("\\b" + dictionaries.group(1) + "\\('([\\w -]+)'")
                    .matcher(source);
            while (asked.find())
                assertThat(keys).as("a text that %s asks for", module).contains(asked.group(1));
        }
    }

    /** The console says by the status, or in a way of its own, what these are about. */
    private static final Set<String> SAID_OTHERWISE = Set.of(
            "defect",
            "invalid",
            "invalid-json",
            "invalid-parameter",
            "not-found",
            "second-factor-required",
            "stale",
            "token-refused");

    @Test
    void everyProblemOfTheServerIsSaidInFrench() throws IOException {
        var types = new TreeSet<String>();
        for (var source : ServerSources.all()) {
            PROBLEM.matcher(source).results().forEach(found -> types.add(found.group(1)));
        }
        assertThat(types).contains("sign-in-needed").hasSizeGreaterThan(40);
        types.removeAll(SAID_OTHERWISE);
        var french = Files.readString(Path.of("src/main/web/wvw/ui/french.js"));
        assertThat(types).allSatisfy(type -> assertThat(french).containsPattern("\n  '?" + type + "'?:"));
    }

    @Test
    void everySettingIsExplainedInBothLanguages() throws IOException {
        var english = new TreeSet<String>();
        for (var source : ServerSources.all()) {
            MEANING.matcher(source)
                    .results()
                    .map(found -> LITERAL.matcher(found.group(1))
                            .results()
                            .map(part -> part.group(1))
                            .collect(Collectors.joining()))
                    .forEach(english::add);
        }
        assertThat(english).contains("Port to listen on; 0 picks a free one").hasSizeGreaterThan(70);
        var french = TRANSLATED
                .matcher(Files.readString(Path.of("src/main/web/words/settings.js")))
                .results()
                .map(found -> found.group(1).replace("\\'", "'"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(french).as("the settings that words/settings.js explains").isEqualTo(english);
    }

    @Test
    void everyPluginOfTheDistributionHasANameInFrench() throws IOException {
        var ids = new TreeSet<String>();
        var checks = new TreeSet<String>();
        for (var source : ServerSources.all()) {
            PLUGIN.matcher(source).results().forEach(found -> ids.add(found.group(1)));
            CHECK.matcher(source).results().forEach(found -> checks.add(found.group(1)));
        }
        assertThat(ids).contains("auth", "squads").hasSizeGreaterThan(8);
        assertThat(checks).contains("jobs", "signing-key").hasSizeGreaterThan(9);
        var words = Files.readString(Path.of("src/main/web/words/plugins.js"));
        assertThat(ids).allSatisfy(id -> assertThat(words).containsPattern("\n  '?" + id + "'?: '"));
        assertThat(checks)
                .allSatisfy(name -> assertThat(words)
                        .containsPattern("\n  '?" + name + "'?: \\[")
                        .containsPattern("[' ]" + name + "[' ]"));
    }

    private static TreeSet<String> holes(String text) {
        return new TreeSet<>(
                HOLE.matcher(text).results().map(hole -> hole.group()).toList());
    }
}
