package org.wvwbuilder.squads.judgement;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wvwbuilder.squads.archetype.Capability;
import org.wvwbuilder.squads.archetype.Rule;

/** Capabilities and rules as one line of the database: {@code stability=3 cleanse=2}, {@code stability=3*10}. */
final class JudgementText {

    private JudgementText() {}

    static String capabilities(Map<Capability, Integer> capabilities) {
        return capabilities.entrySet().stream()
                .map(each -> each.getKey().key() + "=" + each.getValue())
                .collect(Collectors.joining(" "));
    }

    static Map<Capability, Integer> capabilities(String line) {
        var read = new TreeMap<Capability, Integer>();
        words(line).forEach(word -> {
            var pair = word.split("=");
            Capability.named(pair[0]).ifPresent(known -> read.put(known, Integer.valueOf(pair[1])));
        });
        return read;
    }

    static String rules(List<Rule> rules) {
        return rules.stream()
                .map(rule -> rule.capability().key() + "=" + rule.need() + "*" + rule.weight())
                .collect(Collectors.joining(" "));
    }

    static List<Rule> rules(String line) {
        return words(line)
                .map(word -> word.split("[=*]"))
                .filter(parts -> Capability.named(parts[0]).isPresent())
                .map(parts -> new Rule(
                        Capability.named(parts[0]).orElseThrow(),
                        Integer.parseInt(parts[1]),
                        Integer.parseInt(parts[2])))
                .toList();
    }

    private static Stream<String> words(String line) {
        return Stream.of(line.split(" ")).filter(word -> !word.isEmpty());
    }
}
