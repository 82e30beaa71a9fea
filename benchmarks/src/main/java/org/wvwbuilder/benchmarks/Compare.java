package org.wvwbuilder.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Two results of JMH side by side. A report, not a gate: machines differ. */
public final class Compare {
    private record Score(double value, double error, String unit) {
        boolean comparable(Score other) {
            return other != null && unit.equals(other.unit);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.2f ± %.2f %s", value, error, unit);
        }
    }

    private Compare() {}

    public static void main(String[] files) throws IOException {
        boolean kept = Files.exists(Path.of(files[0]));
        if (!kept) System.out.println("There is no " + files[0] + " to compare with.\n");
        var before = kept ? read(Path.of(files[0])) : Map.<String, Score>of();
        var after = read(Path.of(files[1]));
        System.out.println("| benchmark | before | after | after / before | |\n|---|---|---|---|---|");
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (var name : names) System.out.println(row(name, before.get(name), after.get(name)));
        median(before, after);
    }

    private static String row(String name, Score then, Score now) {
        var sides = "| " + name + " | " + (then == null ? "" : then) + " | " + (now == null ? "" : now) + " | ";
        if (then == null) return sides + "| new |";
        return sides + (now == null ? "| not measured |" : verdict(then, now));
    }

    private static String verdict(Score then, Score now) {
        if (!now.comparable(then)) return "| another unit |";
        double more = now.value() - then.value();
        double noise = now.error() + then.error();
        String word;
        // JMH gives no error for too few figures.
        if (Double.isNaN(noise)) word = "error unknown";
        else if (Math.abs(more) <= noise) word = "within the error";
        else word = more > 0 ? "slower" : "faster";
        return String.format(Locale.ROOT, "%.2f | %s |", now.value() / then.value(), word);
    }

    /** A machine that is slower altogether shows here: what stands apart from this is the code. */
    private static void median(Map<String, Score> before, Map<String, Score> after) {
        var ratios = after.keySet().stream()
                .filter(name -> after.get(name).comparable(before.get(name)))
                .mapToDouble(name -> after.get(name).value() / before.get(name).value())
                .sorted()
                .toArray();
        if (ratios.length == 0) return;
        double middle = (ratios[(ratios.length - 1) / 2] + ratios[ratios.length / 2]) / 2;
        System.out.println(String.format(Locale.ROOT, "| median of %d | | | %.2f | |", ratios.length, middle));
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
