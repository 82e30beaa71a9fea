package org.wvwbuilder.squads.archetype;

import java.util.List;
import java.util.Optional;

/** The rule sets that a server knows. */
public final class RuleSets {
    private static final int CELLS = 6;

    private final List<RuleSet> all;

    public RuleSets(List<RuleSet> all) {
        this.all = List.copyOf(all);
    }

    /** Those shipped with this version. */
    public static RuleSets shipped() {
        return new RuleSets(Rows.read("rule-sets.txt", CELLS, RuleSets::row));
    }

    public List<RuleSet> all() {
        return all;
    }

    public Optional<RuleSet> find(String id) {
        return all.stream().filter(set -> set.id().equals(id)).findFirst();
    }

    private static RuleSet row(String[] cells) {
        var sizes = cells[3].split(" +");
        return new RuleSet(
                cells[0],
                cells[1],
                cells[2],
                Integer.parseInt(sizes[0]),
                Integer.parseInt(sizes[1]),
                rules(cells[4]),
                rules(cells[5]));
    }

    private static List<Rule> rules(String cell) {
        return Rows.words(cell).map(RuleSets::rule).toList();
    }

    /** {@code stability=3*10}: need and weight. */
    private static Rule rule(String text) {
        var parts = text.split("[=*]");
        return new Rule(
                Capability.named(parts[0]).orElseThrow(), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }
}
