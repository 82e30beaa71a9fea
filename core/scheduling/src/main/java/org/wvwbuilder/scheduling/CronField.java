package org.wvwbuilder.scheduling;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * One of the five fields of a crontab line.
 *
 * @param values those that it matches
 * @param star true when it begins with a star: it then does not restrict by itself
 */
record CronField(BitSet values, boolean star) {

    /** The fields, in their order. */
    enum Kind {
        MINUTE("minute", 0, 59, List.of()),
        HOUR("hour", 0, 23, List.of()),
        DAY("day of the month", 1, 31, List.of()),
        MONTH(
                "month",
                1,
                12,
                List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")),
        /** Sunday is 0, and 7 as well. */
        WEEKDAY("day of the week", 0, 7, List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat"));

        private final String title;
        private final int first;
        private final int last;
        private final List<String> names;

        Kind(String title, int first, int last, List<String> names) {
            this.title = title;
            this.first = first;
            this.last = last;
            this.names = names;
        }

        private int value(String text) {
            int name = names.indexOf(text.toLowerCase(Locale.ROOT));
            if (name >= 0) return first + name;
            if (!text.matches("[0-9]{1,2}")) throw refused(text);
            int value = Integer.parseInt(text);
            if (value < first || value > last) throw refused(text);
            return value;
        }

        private IllegalArgumentException refused(String text) {
            String examples = names.isEmpty() ? "" : " or " + names.getFirst() + " to " + names.getLast();
            return new IllegalArgumentException(
                    "'" + text + "' is no " + title + "; write " + first + " to " + last + examples);
        }
    }

    /** Reads lists of values, ranges and steps: {@code 1,5-9,20-59/10}. */
    static CronField parse(Kind kind, String text) {
        var values = new BitSet();
        for (var part : text.split(",", -1)) {
            int slash = part.indexOf('/');
            int step = slash < 0 ? 1 : step(part.substring(slash + 1), kind);
            String range = slash < 0 ? part : part.substring(0, slash);
            int dash = range.indexOf('-');
            int from;
            int to;
            if (range.equals("*")) {
                from = kind.first;
                to = kind == Kind.WEEKDAY ? 6 : kind.last;
            } else if (dash < 0) {
                from = kind.value(range);
                to = slash < 0 ? from : kind.last;
            } else {
                from = kind.value(range.substring(0, dash));
                to = kind.value(range.substring(dash + 1));
            }
            if (to < from) {
                throw new IllegalArgumentException(
                        "the range '" + range + "' ends before it begins; write it as two, joined by a comma");
            }
            for (int value = from; value <= to; value += step) values.set(value);
        }
        if (kind == Kind.WEEKDAY && values.get(7)) values.set(0);
        return new CronField(values, text.startsWith("*"));
    }

    private static int step(String text, Kind kind) {
        if (!text.matches("[1-9][0-9]?")) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no step of a " + kind.title + "; write a whole number from 1 to 99");
        }
        return Integer.parseInt(text);
    }

    boolean has(int value) {
        return values.get(value);
    }
}
