package org.wvwbuilder.backup.archive;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a backup holds. It stands first in the file, so that it can be read without unpacking the rest.
 *
 * @param format of the file; {@link #FORMAT} is the only one so far
 * @param files in the order in which they stand in the file
 */
public record Manifest(int format, Description content, List<Member> files) {
    public static final int FORMAT = 1;
    /** The name under which it stands in the file; no member may have it. */
    public static final String NAME = "manifest.json";
    /** More files than any backup of ours has. */
    public static final int MOST_FILES = 10_000;

    public Manifest {
        if (format != FORMAT) {
            throw new ArchiveFault("the backup has format " + format + " and this version reads " + FORMAT
                    + ": use the version of the product that made it");
        }
        files = List.copyOf(files);
        if (files.isEmpty() || files.size() > MOST_FILES) {
            throw new ArchiveFault("a backup holds 1 to " + MOST_FILES + " files, not " + files.size()
                    + ": do not trust this one, take another");
        }
        refuseClashes(files);
        total(files);
    }

    /** How much room the files take when they are unpacked. */
    public long bytes() {
        return total(files);
    }

    private static long total(List<Member> files) {
        long total = 0;
        try {
            for (var file : files) total = Math.addExact(total, file.bytes());
        } catch (ArithmeticException tooMuch) {
            throw new ArchiveFault("the backup claims more bytes than can be: do not trust it, take another", tooMuch);
        }
        return total;
    }

    /** Names that are one on some file systems, and files that would have to be folders. */
    private static void refuseClashes(List<Member> files) {
        Map<String, Boolean> folders = new HashMap<>();
        folders.put(NAME, false);
        for (var file : files) {
            var name = file.name().toLowerCase(Locale.ROOT);
            for (int slash = name.indexOf('/'); slash > 0; slash = name.indexOf('/', slash + 1)) {
                if (!folders.computeIfAbsent(name.substring(0, slash), fresh -> true)) refuse(file);
            }
            if (folders.put(name, false) != null) refuse(file);
        }
    }

    private static void refuse(Member file) {
        throw new ArchiveFault("the name " + file.name() + " clashes with another in the same backup:"
                + " do not trust it, take another");
    }
}
