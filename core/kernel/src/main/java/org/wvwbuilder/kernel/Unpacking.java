package org.wvwbuilder.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Unpacks the zip of a plugin into an empty folder. Nobody has looked at its bytes yet: names that lead elsewhere, more
 * files or bytes than a plugin may have, and names that clash are refused, whatever the zip says of itself.
 */
final class Unpacking {
    private static final int BUFFER = 1 << 16;

    private Unpacking() {}

    static void unpack(Path zip, Path into) throws Fault {
        unpack(zip, into, FolderSums.MOST_BYTES);
    }

    /** @param most bytes that all its files together may have */
    static void unpack(Path zip, Path into, long most) throws Fault {
        if (!Files.isRegularFile(zip)) throw new Fault(zip + " is no file.", "Check its name.");
        try {
            if (Files.size(zip) > most) throw refused(zip, "is larger than a plugin may be");
            try (var file = new ZipFile(zip.toFile())) {
                unpack(file, zip, into, most);
            }
            sync(into);
        } catch (ZipException | IllegalArgumentException e) {
            throw refused(zip, "is no zip: " + e.getMessage());
        } catch (IOException e) {
            throw new Fault(
                    zip + " cannot be unpacked into " + into + ": " + e + ".",
                    "Make room, and see who may write there.",
                    e);
        }
    }

    private static void unpack(ZipFile file, Path zip, Path into, long most) throws IOException, Fault {
        var entries = new ArrayList<ZipEntry>();
        // The folders in it count too: nothing stops a zip from having a million of them.
        if (file.size() > FolderSums.MOST_FILES)
            throw refused(zip, "has more than " + FolderSums.MOST_FILES + " entries");
        file.stream().forEach(entries::add);
        var top = top(entries);
        var names = new TreeSet<String>();
        var left = most;
        for (var entry : entries) {
            var name = entry.getName().substring(top.map(String::length).orElse(0));
            if (name.isEmpty()) continue;
            if (!FolderSums.plain(name)) throw refused(zip, "holds '" + name + "', which is no plain file");
            if (!names.add(name.toLowerCase(Locale.ROOT))) throw refused(zip, "holds '" + name + "' twice");
            try (var in = file.getInputStream(entry)) {
                left -= copy(in, into.resolve(name), left, zip);
            }
        }
    }

    /** The one folder that everything in it lies in, with its slash: zips are made with or without one. */
    private static Optional<String> top(List<ZipEntry> entries) {
        if (entries.isEmpty()) return Optional.empty();
        var first = entries.getFirst().getName();
        var slash = first.indexOf('/');
        if (slash < 0 || !FolderSums.plain(first.substring(0, slash))) return Optional.empty();
        var top = first.substring(0, slash + 1);
        return entries.stream().allMatch(entry -> entry.getName().startsWith(top))
                ? Optional.of(top)
                : Optional.empty();
    }

    private static long copy(InputStream in, Path to, long most, Path zip) throws IOException, Fault {
        var copied = 0L;
        var buffer = new byte[BUFFER];
        try (var channel = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                var out = java.nio.channels.Channels.newOutputStream(channel)) {
            for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                copied += read;
                if (copied > most) throw refused(zip, "unpacks to more than a plugin may have");
                out.write(buffer, 0, read);
            }
            channel.force(true);
        }
        return copied;
    }

    /** Has a folder's entries on the disk. */
    static void sync(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static Fault refused(Path zip, String why) {
        return new Fault(zip + " " + why + ".", "Download it again, or ask its author for another.");
    }
}
