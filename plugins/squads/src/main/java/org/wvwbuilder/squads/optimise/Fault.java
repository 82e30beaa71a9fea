package org.wvwbuilder.squads.optimise;

import java.util.List;
import java.util.stream.Collectors;

/** Says that a squad cannot be solved as it was asked for, and names every place that is wrong. */
public final class Fault extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final transient List<Finding> findings;

    /**
     * One thing that is wrong.
     *
     * @param pointer a JSON pointer into a {@link Request}: {@code /roster/3/builds/0}
     * @param detail what to do
     */
    public record Finding(String pointer, String detail) {}

    public Fault(List<Finding> findings) {
        super(findings.stream()
                .map(finding -> finding.pointer() + ": " + finding.detail())
                .collect(Collectors.joining("; ")));
        this.findings = List.copyOf(findings);
    }

    static Fault at(String pointer, String detail) {
        return new Fault(List.of(new Finding(pointer, detail)));
    }

    /** In the order of the request, at least one. */
    public List<Finding> findings() {
        return findings;
    }

    /** A name as part of a pointer, by RFC 6901. */
    static String token(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
