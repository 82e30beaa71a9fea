package org.wvwbuilder.backup.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Set;

/** Where the files of a backup go. */
sealed interface Unpacking {

    void start(Manifest manifest) throws IOException;

    /** A stream whose flush puts the file on the disk. */
    OutputStream file(Member member) throws IOException;

    /** For a look at a backup that leaves nothing behind. */
    record Nowhere() implements Unpacking {
        @Override
        public void start(Manifest manifest) {}

        @Override
        public OutputStream file(Member member) {
            return OutputStream.nullOutputStream();
        }
    }

    /** Into a folder that is empty and nobody else's. */
    record Into(Path folder) implements Unpacking {
        private static final FileAttribute<Set<PosixFilePermission>> MODE =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

        static Into fresh(Path folder) throws IOException {
            return new Into(Files.createDirectory(folder, MODE));
        }

        @Override
        public void start(Manifest manifest) throws IOException {
            var room = Files.getFileStore(folder).getUsableSpace();
            if (manifest.bytes() > room) {
                throw new IOException("to unpack the backup, " + manifest.bytes() + " bytes are needed in "
                        + folder.toAbsolutePath().getParent() + " and " + room + " are free: make room");
            }
        }

        @Override
        public OutputStream file(Member member) throws IOException {
            // Names are plain and relative (Member), the folder is ours and fresh, and nothing that is there is
            // replaced.
            var parent = folder;
            var name = Path.of(member.name());
            for (int part = 0; part < name.getNameCount() - 1; part++) {
                parent = parent.resolve(name.getName(part));
                if (!Files.isDirectory(parent, LinkOption.NOFOLLOW_LINKS)) Files.createDirectory(parent, MODE);
            }
            return new SyncedFile(parent.resolve(name.getFileName()));
        }

        void remove() throws IOException {
            try (var all = Files.walk(folder)) {
                for (var path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
            }
        }
    }
}
