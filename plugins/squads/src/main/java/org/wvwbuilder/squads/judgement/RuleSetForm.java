package org.wvwbuilder.squads.judgement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.squads.archetype.Capability;
import org.wvwbuilder.squads.archetype.Rule;
import org.wvwbuilder.squads.archetype.RuleSet;
import org.wvwbuilder.squads.web.Findings;
import org.wvwbuilder.squads.web.Words;

/** What clients send about rule sets, and what they get. */
public final class RuleSetForm {
    private static final int MOST_PLAYERS = 50;
    private static final int USUAL_WEIGHT = 1;

    private RuleSetForm() {}

    @Doc("A minimum, and what one missing point weighs beside those of other rules.")
    public record RuleRow(
            String capability,
            int need,
            @Doc("1 to 10; 1 where left out.") Optional<Integer> weight) {

        public RuleRow {
            capability = capability == null ? "" : capability;
            weight = weight == null ? Optional.empty() : weight;
        }
    }

    @Doc("The rules of one way to play.")
    public record RuleSetRequest(
            @Doc("Lower-case words joined by dashes; the address says it where there is one.")
            Optional<String> id,

            Optional<String> title,

            @Doc("The title in French; the same where left out.")
            Optional<String> titleFr,

            Optional<Integer> fewestPlayers,
            Optional<Integer> mostPlayers,

            @Doc("What every subgroup with players must reach.")
            List<RuleRow> subgroup,

            @Doc("What the squad must reach as a whole.") List<RuleRow> squad) {

        public RuleSetRequest {
            id = id == null ? Optional.empty() : id;
            title = title == null ? Optional.empty() : title;
            titleFr = titleFr == null ? Optional.empty() : titleFr;
            fewestPlayers = fewestPlayers == null ? Optional.empty() : fewestPlayers;
            mostPlayers = mostPlayers == null ? Optional.empty() : mostPlayers;
            subgroup = subgroup == null ? List.of() : subgroup;
            squad = squad == null ? List.of() : squad;
        }

        Judged<RuleSet> read(String id, String at, Findings findings) {
            findings.check(
                    id.matches("[a-z0-9]+(-[a-z0-9]+){0,9}") && id.length() <= 40,
                    at + "/id",
                    "at most 40 lower-case letters and digits, in words joined by dashes");
            var title = Words.name(title(), at + "/title", 60, findings);
            var french = titleFr().isEmpty() ? title : Words.name(titleFr(), at + "/title_fr", 60, findings);
            int fewest = fewestPlayers().orElse(1);
            int most = mostPlayers().orElse(MOST_PLAYERS);
            findings.check(fewest >= 1 && fewest <= most, at + "/fewest_players", "from 1 to most_players");
            findings.check(most >= 1 && most <= MOST_PLAYERS, at + "/most_players", "from 1 to 50");
            var rules = rules(subgroup, at + "/subgroup", Rule.MOST_NEED, findings);
            var whole = rules(squad, at + "/squad", Rule.MOST_SQUAD_NEED, findings);
            return Judged.wanted(new RuleSet(id, title, french, fewest, most, rules, whole), 0);
        }

        private static List<Rule> rules(List<RuleRow> rows, String at, int mostNeed, Findings findings) {
            findings.check(rows.size() <= Capability.values().length, at, "each capability once");
            var seen = EnumSet.noneOf(Capability.class);
            var rules = new ArrayList<Rule>();
            for (int i = 0; i < Math.min(rows.size(), Capability.values().length); i++) {
                var row = rows.get(i) == null ? new RuleRow("", 0, Optional.empty()) : rows.get(i);
                var place = at + "/" + i;
                var capability = Capability.named(row.capability());
                int weight = row.weight().orElse(USUAL_WEIGHT);
                boolean needed = row.need() >= 0 && row.need() <= mostNeed;
                boolean weighed = weight >= 1 && weight <= Rule.MOST_WEIGHT;
                findings.check(capability.isPresent(), place + "/capability", "a capability, such as stability");
                findings.check(needed, place + "/need", "from 0 to " + mostNeed);
                findings.check(weighed, place + "/weight", "from 1 to " + Rule.MOST_WEIGHT);
                if (capability.isEmpty() || !needed || !weighed) continue;
                findings.check(seen.add(capability.get()), place + "/capability", "a capability named once");
                rules.add(new Rule(capability.get(), row.need(), weight));
            }
            return rules;
        }
    }

    @Doc("Rows to save together: all of them, or none.")
    public record RuleSetsRequest(List<RuleSetRequest> items) {

        public RuleSetsRequest {
            items = items == null ? List.of() : items;
        }
    }

    @Doc("The rules of one way to play.")
    public record RuleSetAnswer(
            String id,
            String title,
            String titleFr,
            int fewestPlayers,
            int mostPlayers,
            List<RuleRow> subgroup,
            List<RuleRow> squad,
            @Doc("True where the guild changed nothing.") boolean shipped,
            @Doc("The account that changed it last.") Optional<String> changedBy,
            Optional<Instant> changedAt,
            @Doc("0 for a shipped row.") long version) {

        static RuleSetAnswer of(Judged<RuleSet> row) {
            var set = row.value();
            return new RuleSetAnswer(
                    set.id(),
                    set.title(),
                    set.french(),
                    set.fewestPlayers(),
                    set.mostPlayers(),
                    rows(set.subgroup()),
                    rows(set.squad()),
                    row.shipped(),
                    row.by(),
                    row.at(),
                    row.version());
        }

        private static List<RuleRow> rows(List<Rule> rules) {
            return rules.stream()
                    .map(rule -> new RuleRow(rule.capability().key(), rule.need(), Optional.of(rule.weight())))
                    .toList();
        }
    }
}
