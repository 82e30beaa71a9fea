package org.wvwbuilder.builds.template;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.builds.chatlink.Bytes;

/**
 * Reads the fields of a template's JSON. A field that does not fit is noted, and a harmless value stands in for it, so
 * that all of them are found at once.
 */
final class Fields {
    private final String root;
    private final Findings findings;
    private boolean sound = true;

    Fields(String root, Findings findings) {
        this.root = root;
        this.findings = findings;
    }

    void add(String pointer, String detail) {
        sound = false;
        findings.add(root + pointer, detail);
    }

    /** True while no field was refused. */
    boolean sound() {
        return sound;
    }

    int number(String pointer, int value, int most) {
        return (int) number(pointer, (long) value, most);
    }

    long number(String pointer, long value, long most) {
        if (value >= 0 && value <= most) return value;
        add(pointer, "a whole number from 0 to " + most);
        return 0;
    }

    void atMost(String pointer, List<?> list, int most) {
        if (list.size() > most) add(pointer, "at most " + most + " items");
    }

    /** So many numbers; missing ones are 0. */
    List<Integer> numbers(String pointer, List<Integer> given, int length, int most) {
        atMost(pointer, given, length);
        var numbers = new ArrayList<>(Collections.nCopies(length, 0));
        for (int i = 0; i < Math.min(length, given.size()); i++) {
            var value = given.get(i);
            numbers.set(i, number(pointer + "/" + i, value == null ? -1 : value, most));
        }
        return numbers;
    }

    /** The ids of so many things; none is 0. */
    List<Integer> ids(String pointer, List<Optional<Ref>> given, int length, int most) {
        atMost(pointer, given, length);
        var ids = new ArrayList<>(Collections.nCopies(length, 0));
        for (int i = 0; i < Math.min(length, given.size()); i++) {
            int id = id(given.get(i));
            ids.set(i, number(pointer + "/" + i + "/id", id, most));
        }
        return ids;
    }

    static int id(Optional<Ref> ref) {
        return ref == null ? 0 : ref.map(Ref::id).orElse(0);
    }

    /** Exactly so many bytes, all 0 when none are given. */
    Bytes bytes(String pointer, Optional<String> hex, int length) {
        var bytes = freeBytes(pointer, hex, length);
        if (bytes.length() == length) return bytes;
        if (bytes.length() > 0) add(pointer, length + " bytes as hexadecimal digits, or null");
        return Bytes.zeros(length);
    }

    /** At most so many bytes, none when none are given. */
    Bytes freeBytes(String pointer, Optional<String> hex, int most) {
        var text = hex.orElse("");
        if (text.length() <= 2 * most
                && text.length() % 2 == 0
                && text.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128)) {
            return Bytes.ofHex(text);
        }
        add(pointer, "at most " + most + " bytes as hexadecimal digits, or null");
        return Bytes.NONE;
    }
}
