package org.wvwbuilder.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The sums of what lies in a plugin's folder. A folder is flat: jars, and texts beside them, nothing else. */
final class FolderSums {
    static final int MOST_FILES = 500;
    static final long MOST_BYTES = 512L << 20;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._+-]{0,199}");
    private static final String SHRINK = "Ask its author for a smaller build.";
    private static final int BUFFER = 1 << 16;

    private FolderSums() {}

    /**
     * SHA-256 of every file but the manifest.
     *
     * @throws Fault when there is a folder, a link or something else that cannot be vouched for
     */
    static SortedMap<String, String> of(Path folder) throws Fault {
        try {
            var sums = new TreeMap<String, String>();
            var left = MOST_BYTES;
            for (var file : files(folder)) {
                var name = file.getFileName().toString();
                if (name.equals(Manifest.FILE)) continue;
                left -= Files.size(file);
                if (left < 0) throw new Fault("its files are larger than " + (MOST_BYTES >> 20) + " MiB", SHRINK);
                sums.put(name, sum(file));
            }
            return sums;
        } catch (IOException e) {
            throw new Fault("its files cannot be read: " + e, "Make its folder readable for the server.", e);
        }
    }

    private static List<Path> files(Path folder) throws IOException, Fault {
        var names = new TreeSet<String>();
        List<Path> files;
        try (var entries = Files.list(folder)) {
            files = entries.limit(MOST_FILES + 1L).sorted().toList();
        }
        if (files.size() > MOST_FILES) throw new Fault("it has more than " + MOST_FILES + " files", SHRINK);
        for (var file : files) {
            var name = file.getFileName().toString();
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw refused(name, "is a folder, a link or no file at all");
            }
            if (!plain(name)) throw refused(name, "has a name that no file of a plugin may have");
            if (!names.add(name.toLowerCase(Locale.ROOT))) throw refused(name, "differs from another by its case only");
        }
        return files;
    }

    /** Whether a file of a plugin may be called so: nothing in it leads out of the folder. */
    static boolean plain(String name) {
        return NAME.matcher(name).matches();
    }

    private static Fault refused(String name, String why) {
        return new Fault(
                "in its folder, '" + name + "' " + why,
                "Take it away: a plugin's folder holds plain files, and nothing that its author did not sign.");
    }

    private static String sum(Path file) throws IOException {
        try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return sum(in);
        }
    }

    private static String sum(InputStream in) throws IOException {
        var digest = sha256();
        var buffer = new byte[BUFFER];
        for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) digest.update(buffer, 0, read);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
