package org.wvwbuilder.backup.archive;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * One file of a backup.
 *
 * @param name a relative path of plain ASCII: letters, digits, dots, dashes, underscores; no part begins with a dot or dash
 * @param bytes its size
 * @param sha256 of its content, 64 lower-case hexadecimal digits
 */
public record Member(String name, long bytes, String sha256) {
    /** As much as a name takes in the header of a tar. */
    static final int LONGEST_NAME = 100;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*)*");
    private static final Pattern SUM = Pattern.compile("[0-9a-f]{64}");

    public Member {
        if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME
                || !NAME.matcher(name).matches()) {
            throw new ArchiveFault("a backup cannot hold a file named '" + shown(name)
                    + "': use a relative path of at most 100 letters, digits, dots, dashes and underscores");
        }
        if (bytes < 0) {
            throw new ArchiveFault("the size of " + name + " is below zero: do not trust this backup, take another");
        }
        if (!SUM.matcher(sha256).matches()) {
            throw new ArchiveFault("the sum of " + name + " is no SHA-256: do not trust this backup, take another");
        }
    }

    /** Names from a hostile file are shown without what a terminal would obey. */
    private static String shown(String name) {
        var plain = name.replaceAll("[^ -~]", "?");
        return plain.length() <= LONGEST_NAME ? plain : plain.substring(0, LONGEST_NAME) + "…";
    }
}
