package org.wvwbuilder.squads.export;

import java.util.List;

/**
 * A squad as it is shown.
 *
 * @param subtitle one line below the title
 * @param squad the rules of the squad as a whole
 */
public record Sheet(String title, String subtitle, List<Group> groups, List<Measure> squad) {

    public Sheet {
        groups = List.copyOf(groups);
        squad = List.copyOf(squad);
    }

    /** A subgroup; those without anybody are left out. */
    public record Group(int number, List<Row> rows, List<Measure> measures) {

        public Group {
            rows = List.copyOf(rows);
            measures = List.copyOf(measures);
        }

        List<Measure> missing() {
            return measures.stream().filter(measure -> !measure.met()).toList();
        }
    }

    /** A place; texts that are not known are empty. */
    public record Row(String player, String build, String profession, String role) {}

    /** How a rule stands. */
    public record Measure(String rule, int have, int need) {

        boolean met() {
            return have >= need;
        }

        @Override
        public String toString() {
            return rule.replace('_', ' ') + " " + have + "/" + need;
        }
    }
}
