package org.wvwbuilder.tools.fuzzer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was found, and how far the attack came. */
final class Report {
    private static final int SLOWEST = 8;

    private final Map<Operation, Map<Integer, Integer>> statuses = new LinkedHashMap<>();
    private final Map<String, Found> found = new LinkedHashMap<>();
    private final List<Slow> slow = new ArrayList<>();
    private final Map<Operation, String> refusals = new HashMap<>();
    private final Map<String, Integer> journeys = new TreeMap<>();
    private int requests;

    /** A fault, the first request that showed it, and how many did. */
    record Found(Attempt attempt, Fault fault, int times) {}

    private record Slow(long millis, Attempt attempt) {}

    Report(List<Operation> operations) {
        for (var operation : operations) statuses.put(operation, new TreeMap<>());
    }

    void answered(Attempt attempt, Response answer) {
        requests++;
        statuses.get(attempt.operation()).merge(answer.status(), 1, Integer::sum);
        slow.add(new Slow(answer.millis(), attempt));
        slow.sort(Comparator.comparingLong(Slow::millis).reversed());
        if (slow.size() > SLOWEST) slow.removeLast();
    }

    /** The last word about a request that was meant well. */
    void refused(Attempt attempt, String why) {
        refusals.put(attempt.operation(), why);
    }

    /** How a journey went: empty when it came to its end. */
    void journey(String why) {
        journeys.merge(why.isEmpty() ? "came to their end" : why, 1, Integer::sum);
    }

    /** Whether nobody saw it before. */
    boolean fault(Attempt attempt, Fault fault) {
        var first = new Found(attempt, fault, 1);
        return found.merge(
                                fault.key(attempt.operation()),
                                first,
                                (known, again) -> new Found(known.attempt(), known.fault(), known.times() + 1))
                        .times()
                == 1;
    }

    List<Found> found() {
        return List.copyOf(found.values());
    }

    int requests() {
        return requests;
    }

    /** Operations that never succeeded: behind their first check nothing was tried. */
    List<Operation> unreached() {
        return statuses.entrySet().stream()
                .filter(each -> each.getValue().keySet().stream().noneMatch(status -> status < 400))
                .map(Map.Entry::getKey)
                .toList();
    }

    String markdown(long seed) {
        var text = new StringBuilder("# Attack by the fuzzer\n\n");
        text.append(requests).append(" requests to ").append(statuses.size()).append(" operations, seed ");
        text.append(seed).append(": ").append(found.size()).append(" faults.\n");
        for (var each : found.values()) tell(text, each);
        text.append("\n## Never succeeded\n\n");
        for (var operation : unreached()) {
            var why = Visible.of(refusals.getOrDefault(operation, "not tried well"), 900);
            text.append("- ").append(operation.name()).append(": ").append(why).append('\n');
        }
        text.append("\n## Journeys\n\n");
        journeys.forEach((how, times) -> text.append("- ")
                .append(times)
                .append(": ")
                .append(Visible.of(how, 200))
                .append('\n'));
        text.append("\n## Slowest\n\n");
        for (var each : slow) {
            text.append("- ").append(each.millis()).append(" ms: request ");
            text.append(each.attempt().number()).append(", ");
            text.append(each.attempt().operation().name()).append('\n');
        }
        text.append("\n## Answers\n\n| operation | status × times |\n|---|---|\n");
        statuses.forEach((operation, seen) -> text.append("| ")
                .append(operation.name())
                .append(" | ")
                .append(seen.entrySet().stream()
                        .map(each -> each.getKey() + " × " + each.getValue())
                        .collect(Collectors.joining(", ")))
                .append(" |\n"));
        return text.toString();
    }

    private static void tell(StringBuilder text, Found one) {
        var key = one.fault().key(one.attempt().operation());
        text.append("\n## ").append(key.lines().findFirst().orElse("")).append("\n\n");
        text.append(one.times()).append(" times, first by request ");
        text.append(one.attempt().number()).append(", ").append(one.attempt().kind());
        text.append(", as ").append(one.attempt().caller()).append(":\n\n");
        block(text, one.attempt().request().toString());
        block(text, Visible.of(one.fault().detail(), 3_000));
    }

    private static void block(StringBuilder text, String content) {
        content.lines().forEach(line -> text.append("    ").append(line).append('\n'));
        text.append('\n');
    }
}
