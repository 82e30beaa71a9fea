package org.wvwbuilder.backup.archive;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Set;

/** Where the files of a backup go. */
sealed interface Unpacking {
    FileAttribute<Set<PosixFilePermission>> FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    FileAttribute<Set<PosixFilePermission>> FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    void start(Manifest manifest) throws IOException;

    OutputStream file(Member member) throws IOException;

    /** Called when all bytes of the file were written, before it is closed. */
    void finished(OutputStream out) throws IOException;

    /** For a look at a backup that leaves nothing behind. */
    record Nowhere() implements Unpacking {
        @Override
        public void start(Manifest manifest) {}

        @Override
        public OutputStream file(Member member) {
            return OutputStream.nullOutputStream();
        }

        @Override
        public void finished(OutputStream out) {}
    }

    /** Into a folder that is empty and nobody else's. */
    record Into(Path folder) implements Unpacking {

        @Override
        public void start(Manifest manifest) throws IOException {
            var room = Files.getFileStore(folder).getUsableSpace();
            if (manifest.bytes() > room) {
                throw new IOException("to unpack the backup, " + manifest.bytes() + " bytes are needed in "
                        + folder.getParent() + " and " + room + " are free: make room");
            }
        }

        @Override
        public OutputStream file(Member member) throws IOException {
            // Names are plain and relative (Member), the folder is ours and fresh, and nothing that is there is
            // replaced.
            var target = folder.resolve(member.name());
            for (var parent = folder; !parent.equals(target.getParent()); ) {
                parent = parent.resolve(parent.relativize(target).getName(0));
                if (!Files.isDirectory(parent, LinkOption.NOFOLLOW_LINKS)) Files.createDirectory(parent, FOLDER);
            }
            var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return new Synced(FileChannel.open(target, options, FILE));
        }

        @Override
        public void finished(OutputStream out) throws IOException {
            ((Synced) out).channel.force(true);
        }
    }

    final class Synced extends FilterOutputStream {
        private final FileChannel channel;

        Synced(FileChannel channel) {
            super(Channels.newOutputStream(channel));
            this.channel = channel;
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            out.write(bytes, from, count);
        }
    }

    static void remove(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}
