package org.wvwbuilder.builds.chatlink;

import java.util.List;

/** Checks that numbers fit into the unsigned fields of a link. */
final class Unsigned {

    private Unsigned() {}

    static int fit(String what, int value, int most) {
        if (value < 0 || value > most) {
            throw new IllegalArgumentException(what + " must be from 0 to " + most + ", not " + value);
        }
        return value;
    }

    /** A copy of a list whose length is fixed and whose numbers have 16 bits. */
    static List<Integer> words(String what, List<Integer> values, int length) {
        if (values.size() != length) {
            throw new IllegalArgumentException(what + " must be " + length + " numbers, not " + values.size());
        }
        return words(what, values);
    }

    /** A copy of a list whose numbers have 16 bits. */
    static List<Integer> words(String what, List<Integer> values) {
        for (int value : values) fit(what, value, 0xFFFF);
        return List.copyOf(values);
    }
}
