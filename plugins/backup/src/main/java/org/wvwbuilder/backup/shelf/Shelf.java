package org.wvwbuilder.backup.shelf;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.wvwbuilder.backup.archive.ArchiveFault;
import org.wvwbuilder.backup.archive.ArchiveReader;
import org.wvwbuilder.backup.saying.Saying;

/** The folder of backups. A backup is there when its file is; the note beside it tells whether it was proven. */
public final class Shelf {
    private static final String ARCHIVE = ".tar.gz";
    private static final String NOTE = ".json";
    private static final String WORK = ".work-";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");
    private static final Pattern PART = Pattern.compile("(" + ID + "(\\.json|\\.tar\\.gz)|backup\\.log)\\.part");
    /** Bytes; one of ours has two thousand. */
    private static final long MOST_NOTE = 1 << 20;

    private final Path folder;
    private final System.Logger server;
    /** The ids whose notes were told to be strange. */
    private final Set<String> strange = ConcurrentHashMap.newKeySet();

    /** @param server hears of files that are strange */
    public Shelf(Path folder, System.Logger server) {
        this.server = server;
        this.folder = folder.toAbsolutePath();
    }

    public Path folder() {
        return folder;
    }

    /** Where the backup's file lies or would lie. */
    public Path archive(String id) {
        return folder.resolve(id + ARCHIVE);
    }

    public boolean has(String id) {
        return ID.matcher(id).matches() && Files.isRegularFile(archive(id));
    }

    /** All that can be told of what is there, failures included, the newest first. */
    public List<Note> notes() throws IOException {
        if (Files.notExists(folder)) return List.of();
        var ids = new TreeSet<String>();
        try (var files = Files.list(folder)) {
            for (var name :
                    (Iterable<String>) files.map(file -> file.getFileName().toString())::iterator) {
                id(name, ARCHIVE).or(() -> id(name, NOTE)).ifPresent(ids::add);
            }
        }
        var notes = new ArrayList<Note>();
        for (var id : ids) note(id).ifPresent(notes::add);
        notes.sort(Comparator.comparing(Note::created).thenComparing(Note::id).reversed());
        return notes;
    }

    private static Optional<String> id(String name, String ending) {
        if (!name.endsWith(ending)) return Optional.empty();
        return Optional.of(name.substring(0, name.length() - ending.length()))
                .filter(id -> ID.matcher(id).matches());
    }

    /** What is known of a backup; empty when there is none. A note that does not fit its file counts for nothing. */
    public Optional<Note> note(String id) throws IOException {
        if (!ID.matcher(id).matches()) return Optional.empty();
        var written = read(id);
        if (!Files.isRegularFile(archive(id)))
            return written.filter(note -> !note.failure().isEmpty());
        try {
            long size = Files.size(archive(id));
            if (written.isEmpty()) return Optional.of(unknown(id, size));
            if (written.get().size() == size) return written;
            return Optional.of(
                    written.get().refuted(Saying.RESIZED.of(size, written.get().size())));
        } catch (NoSuchFileException deleted) {
            return Optional.empty();
        }
    }

    /** One strange file must not stop what is done with the others: it is told of once, and counts for nothing. */
    private Optional<Note> read(String id) {
        var file = folder.resolve(id + NOTE);
        try {
            if (Files.size(file) > MOST_NOTE) throw new IOException("it is larger than any note");
            var note = NoteJson.read(Files.readString(file));
            if (!note.id().equals(id)) throw new IOException("it tells of " + note.id());
            strange.remove(id);
            return Optional.of(note);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException unreadable) {
            if (strange.add(id)) {
                server.log(
                        Level.WARNING,
                        file + " is no note about a backup that could be read, and is left alone: " + unreadable
                                + "; verify the backup of that name, or move the file elsewhere");
            }
            return Optional.empty();
        }
    }

    /** A file that somebody put here, or whose note is lost. */
    private Note unknown(String id, long size) throws IOException {
        try {
            var content = new ArchiveReader(archive(id)).manifest().content();
            return Note.found(id, content.created(), size, "").of(content);
        } catch (NoSuchFileException deleted) {
            throw deleted;
        } catch (ArchiveFault fault) {
            return Note.found(id, modified(id), size, fault.getMessage());
        } catch (IOException unreadable) {
            var why = "its file cannot be read (" + unreadable + "): mend that, or delete it";
            return Note.found(id, modified(id), size, why);
        }
    }

    private Instant modified(String id) throws IOException {
        return Files.getLastModifiedTime(archive(id)).toInstant();
    }

    /** Puts a finished backup on the shelf. Its note goes first: until the file follows, nobody believes it. */
    public void put(Note note, Path finished) throws IOException {
        write(note);
        Files.move(finished, archive(note.id()), StandardCopyOption.ATOMIC_MOVE);
        sync();
    }

    /** Notes what was found out about a backup. */
    public void write(Note note) throws IOException {
        var part = folder.resolve(note.id() + NOTE + ".part");
        Files.writeString(part, NoteJson.write(note));
        try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(
                part,
                folder.resolve(note.id() + NOTE),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        sync();
    }

    /** The file goes first: a note without it says nothing. */
    public void remove(String id) throws IOException {
        Files.deleteIfExists(archive(id));
        Files.deleteIfExists(folder.resolve(id + NOTE));
        sync();
    }

    /** A fresh folder for work in progress, for nobody else to read. */
    public Path workFolder(String id) throws IOException {
        prepare();
        return Files.createDirectory(
                folder.resolve(WORK + id),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    /** The folder itself, which only the server's account may look into: it holds everybody's data. */
    public void prepare() throws IOException {
        ShelfOwner.refuseRoot(folder);
        if (Files.isDirectory(folder)) return;
        var parent = folder.getParent();
        if (parent != null) Files.createDirectories(parent);
        Files.createDirectory(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    /** Clears away what a process left that was ended. Only while nobody else works here. */
    public void sweep() throws IOException {
        prepare();
        var left = new ArrayList<Path>();
        try (var files = Files.list(folder)) {
            files.filter(Shelf::unfinished).forEach(left::add);
        }
        for (var path : left) delete(path);
        try (var files = Files.list(folder)) {
            for (var name : files.map(file -> file.getFileName().toString()).toList()) {
                if (id(name, NOTE).filter(this::orphan).isPresent()) Files.delete(folder.resolve(name));
            }
        }
    }

    /** A note of ours about a backup that was good, and is gone or never came. What is not ours is left alone. */
    private boolean orphan(String id) {
        return !Files.exists(archive(id))
                && read(id).filter(note -> note.failure().isEmpty()).isPresent();
    }

    private static boolean unfinished(Path path) {
        var name = path.getFileName().toString();
        return name.startsWith(WORK) || PART.matcher(name).matches();
    }

    /** Deletes a folder of work with all that is in it. */
    public static void delete(Path path) throws IOException {
        if (Files.notExists(path)) return;
        try (var files = Files.walk(path)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }

    private void sync() throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
