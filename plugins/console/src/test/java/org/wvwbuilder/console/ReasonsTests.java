package org.wvwbuilder.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What health checks and jobs tell stands in {@code words/reasons.js} as the server's sources have it, with its French. */
class ReasonsTests {
    private static final String QUOTED = "('(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\")";
    private static final Pattern PAIR = Pattern.compile("\\[\\s*" + QUOTED + ",\\s*" + QUOTED + ",?\\s*\\],");
    private static final Pattern HOLE = Pattern.compile("\\{\\w+\\}");
    private static final Pattern LITERAL = Pattern.compile("\"([^\"\\\\\n]*+(?:\\\\.[^\"\\\\\n]*+)*+)\"");
    private static final Pattern CONTINUED = Pattern.compile("\"\\s*\\+\\s*\"");
    private static final Pattern VERDICT = Pattern.compile("Health\\.(?:Degraded|Down)\\(");

    private record Pair(String english, String french) {}

    @Test
    void everySentenceIsTheServersAndItsFrenchTakesOverTheSame() throws IOException {
        var said = String.join("\n", literals(ServerSources.all()));
        var pairs = pairs();
        assertThat(pairs).hasSizeGreaterThan(50);
        for (var pair : pairs) {
            assertThat(holes(pair.french)).as(pair.english).isEqualTo(holes(pair.english));
            assertThat(Stream.of(HOLE.split(pair.english)))
                    .map(ReasonsTests::bare)
                    .filteredOn(part -> part.length() > 3)
                    .as("what the server says of '%s'", pair.english)
                    .allSatisfy(part -> assertThat(said).contains(part));
        }
    }

    @Test
    void whateverAHealthCheckComplainsOfIsSaidInFrench() throws IOException {
        var known = pairs().stream().map(Pair::english).collect(Collectors.joining("\n"));
        var complaints = new ArrayList<String>();
        for (var source : ServerSources.all()) {
            VERDICT.matcher(source)
                    .results()
                    .flatMap(verdict -> literals(List.of(argument(source, verdict.end()))).stream())
                    .map(ReasonsTests::bare)
                    .filter(part -> part.length() > 3)
                    .forEach(complaints::add);
        }
        assertThat(complaints)
                .hasSizeGreaterThan(20)
                .allSatisfy(part -> assertThat(known).contains(part));
    }

    /** From behind a bracket to the one that closes it. */
    private static String argument(String source, int from) {
        int open = 1;
        boolean quoted = false;
        int at = from;
        for (; open > 0; at++) {
            char next = source.charAt(at);
            if (next == '\\') at++;
            else if (next == '"') quoted = !quoted;
            else if (!quoted && next == '(') open++;
            else if (!quoted && next == ')') open--;
        }
        return source.substring(from, at);
    }

    private static List<Pair> pairs() throws IOException {
        var source = Files.readString(Path.of("src/main/web/words/reasons.js"));
        return PAIR.matcher(source)
                .results()
                .map(found -> new Pair(text(found.group(1)), text(found.group(2))))
                .toList();
    }

    private static String text(String quoted) {
        return quoted.substring(1, quoted.length() - 1).replaceAll("\\\\(.)", "$1");
    }

    private static List<String> literals(List<String> sources) {
        return sources.stream()
                .map(source -> CONTINUED.matcher(source).replaceAll(""))
                .flatMap(source -> LITERAL.matcher(source).results())
                .map(found -> found.group(1).replaceAll("\\\\(.)", "$1"))
                .toList();
    }

    /** What stands between two values, without what may belong to either's own text. */
    private static String bare(String part) {
        return part.replaceAll("^[ .,;:()]+|[ .,;:()]+$", "");
    }

    private static TreeSet<String> holes(String text) {
        return new TreeSet<>(
                HOLE.matcher(text).results().map(hole -> hole.group()).toList());
    }
}
