package org.wvwbuilder.kernel;

import java.util.List;
import java.util.stream.Collectors;

/** The configuration cannot be used. Carries every problem at once, so that the operator mends them in one go. */
public final class ConfigurationFault extends Exception {
    private static final long serialVersionUID = 1;
    private final transient List<SettingProblem> problems;

    public ConfigurationFault(List<SettingProblem> problems) {
        super(report(problems));
        this.problems = List.copyOf(problems);
    }

    public List<SettingProblem> problems() {
        return problems;
    }

    /** The same in one line, for a log and for a plugin's reason. */
    public String line() {
        if (problems.size() == 1) return problems.getFirst().toString();
        var lines = new StringBuilder("its settings have " + problems.size() + " problems:");
        for (var i = 0; i < problems.size(); i++) {
            lines.append(" (").append(i + 1).append(") ").append(problems.get(i));
        }
        return lines.toString();
    }

    private static String report(List<SettingProblem> problems) {
        var count = problems.size() == 1 ? "one problem" : problems.size() + " problems";
        return problems.stream()
                .map(problem -> "  - " + problem)
                .collect(Collectors.joining("\n", "The configuration has " + count + ":\n", ""));
    }
}
