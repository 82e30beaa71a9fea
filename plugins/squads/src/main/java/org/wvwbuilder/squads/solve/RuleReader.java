package org.wvwbuilder.squads.solve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wvwbuilder.squads.archetype.Capability;
import org.wvwbuilder.squads.archetype.Rule;
import org.wvwbuilder.squads.archetype.RuleSet;
import org.wvwbuilder.squads.archetype.RuleSets;
import org.wvwbuilder.squads.web.Findings;

/** The rules that a request asks for: its own, or those of a rule set. */
final class RuleReader {
    private final RuleSets sets;
    private final Findings findings;

    RuleReader(RuleSets sets, Findings findings) {
        this.sets = sets;
        this.findings = findings;
    }

    /** The one that is named, or the first that fits so many players. */
    Optional<RuleSet> set(Optional<String> asked, int players) {
        if (asked.isEmpty()) {
            return sets.all().stream()
                    .filter(set -> players >= set.fewestPlayers() && players <= set.mostPlayers())
                    .findFirst();
        }
        var found = sets.find(asked.get());
        findings.check(found.isPresent(), "/rule_set", "the id of a rule set: see /rule-sets");
        return found;
    }

    List<Rule> rules(Optional<Map<String, Integer>> asked, String at, int most, List<Rule> otherwise) {
        if (asked.isEmpty()) return otherwise;
        var rules = new ArrayList<Rule>();
        asked.get().forEach((key, need) -> {
            var place = at + "/" + key.replace("~", "~0").replace("/", "~1");
            var capability = Capability.named(key);
            boolean possible = need != null && need >= 0 && need <= most;
            findings.check(capability.isPresent(), place, "a capability, such as stability or strip");
            findings.check(possible, place, "a number from 0 to " + most);
            if (capability.isPresent() && possible) rules.add(rule(capability.get(), need, otherwise));
        });
        // Whoever writes the rules in another order asks for the same.
        rules.sort(Comparator.comparing(Rule::capability));
        return rules;
    }

    /** As heavy as in the rule set, or as it usually is. */
    private static Rule rule(Capability capability, int need, List<Rule> otherwise) {
        return otherwise.stream()
                .filter(rule -> rule.capability() == capability)
                .findFirst()
                .map(rule -> new Rule(capability, need, rule.weight()))
                .orElseGet(() -> Rule.of(capability, need));
    }
}
