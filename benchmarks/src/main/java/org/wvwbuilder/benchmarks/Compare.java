package org.wvwbuilder.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Two results of JMH side by side. A report, not a gate: machines differ. */
public final class Compare {
    private record Score(double value, double error, String unit) {}

    private Compare() {}

    public static void main(String[] files) throws IOException {
        boolean kept = Files.exists(Path.of(files[0]));
        if (!kept) System.out.println("There is no " + files[0] + " to compare with.\n");
        var before = kept ? read(Path.of(files[0])) : Map.<String, Score>of();
        var after = read(Path.of(files[1]));
        System.out.println("| benchmark | before | after | after / before | |\n|---|---|---|---|---|");
        for (var name : after.keySet()) {
            var now = after.get(name);
            var then = before.get(name);
            System.out.println("| " + name + " | " + (then == null ? "" : text(then)) + " | " + text(now) + " | "
                    + (then == null ? "new | |" : verdict(then, now)));
        }
    }

    private static String verdict(Score then, Score now) {
        boolean apart = Math.abs(now.value() - then.value()) > now.error() + then.error();
        var word = !apart ? "within the error" : now.value() > then.value() ? "slower" : "faster";
        return String.format(Locale.ROOT, "%.2f | %s |", now.value() / then.value(), word);
    }

    private static String text(Score score) {
        return String.format(Locale.ROOT, "%.2f ± %.2f %s", score.value(), score.error(), score.unit());
    }

    private static Map<String, Score> read(Path file) throws IOException {
        var scores = new TreeMap<String, Score>();
        for (var each : new ObjectMapper().readTree(file.toFile())) scores.put(name(each), score(each));
        return scores;
    }

    private static String name(JsonNode each) {
        var words = each.path("benchmark").asText().split("\\.");
        var name = words[words.length - 2] + "." + words[words.length - 1];
        for (var parameter : each.path("params")) {
            var text = parameter.asText();
            name += " " + text.substring(0, Math.min(12, text.length()));
        }
        return name;
    }

    private static Score score(JsonNode each) {
        var metric = each.path("primaryMetric");
        return new Score(
                metric.path("score").asDouble(),
                metric.path("scoreError").asDouble(),
                metric.path("scoreUnit").asText());
    }
}
