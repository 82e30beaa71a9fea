package org.wvwbuilder.loadtest;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.plugin.Subcommand.Call;
import org.wvwbuilder.plugin.Subcommand.CommandFailure;

/** Reads what the operator typed. */
record Words(Call call) {

    /** Wrong usage. */
    static CommandFailure wrong(String sentence) {
        return new CommandFailure(Exit.USAGE, sentence);
    }

    Optional<Duration> span(String option) throws CommandFailure {
        var text = call.option(option);
        if (text.isEmpty()) return Optional.empty();
        var parts = text.get().split("(?=[a-z])", 2);
        if (parts.length != 2 || !parts[0].matches("\\d{1,6}")) throw noSpan(option);
        var number = Long.parseLong(parts[0]);
        return Optional.of(
                switch (parts[1]) {
                    case "ms" -> Duration.ofMillis(number);
                    case "s" -> Duration.ofSeconds(number);
                    case "m" -> Duration.ofMinutes(number);
                    default -> throw noSpan(option);
                });
    }

    private static CommandFailure noSpan(String option) {
        return wrong("--" + option + " wants a time such as 500ms, 30s or 2m.");
    }

    Optional<Integer> whole(String option) throws CommandFailure {
        var text = call.option(option);
        if (text.isEmpty()) return Optional.empty();
        if (!text.get().matches("\\d{1,7}")) throw wrong("--" + option + " wants a whole number.");
        return text.map(Integer::valueOf);
    }

    Optional<Double> number(String option) throws CommandFailure {
        var text = call.option(option);
        if (text.isEmpty()) return Optional.empty();
        if (!text.get().matches("\\d{1,7}(\\.\\d{1,3})?")) throw wrong("--" + option + " wants a number.");
        return text.map(Double::valueOf);
    }

    List<String> names(String option) {
        return call.option(option)
                .map(text -> Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList())
                .orElse(List.of());
    }
}
