package org.wvwbuilder.backup;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.wvwbuilder.backup.archive.Archive;
import org.wvwbuilder.backup.archive.ArchiveFault;
import org.wvwbuilder.backup.archive.ArchiveReader;
import org.wvwbuilder.backup.making.BackupLog;
import org.wvwbuilder.backup.making.Drill;
import org.wvwbuilder.backup.making.Journey;
import org.wvwbuilder.backup.making.Maker;
import org.wvwbuilder.backup.retention.Retention;
import org.wvwbuilder.backup.retention.Verdict;
import org.wvwbuilder.backup.shelf.DiskFault;
import org.wvwbuilder.backup.shelf.Note;
import org.wvwbuilder.backup.shelf.Shelf;
import org.wvwbuilder.backup.shelf.ShelfLock;
import org.wvwbuilder.plugin.DatabaseCopies;
import org.wvwbuilder.plugin.PluginContext;

/** All that is done with backups, one thing at a time. */
final class Backups {
    private static final int FAILURES_KEPT = 20;
    private static final int PATIENCE_SECONDS = 20;
    private final PluginContext context;
    private final BackupSettings settings;
    private final Shelf shelf;
    private final BackupLog log;
    private final Elsewhere elsewhere;
    private final AtomicReference<Task> running = new AtomicReference<>();
    private final Semaphore ended = new Semaphore(1);
    private volatile boolean closed;
    /** A restore was written down: the server ends, and its next life is to find nobody at work with the database. */
    private volatile boolean leaving;

    /**
     * What is being done.
     *
     * @param what make, verify, prune, delete or restore
     * @param id of the backup that it is done with
     */
    record Task(String what, String id, Instant began, Journey journey) {}

    Backups(PluginContext context, BackupSettings settings, Elsewhere elsewhere) {
        this.context = context;
        this.settings = settings;
        this.elsewhere = elsewhere;
        this.shelf = new Shelf(settings.directory(), context.log());
        this.log = new BackupLog(shelf.folder(), settings.keepLog(), context.clock());
    }

    Shelf shelf() {
        return shelf;
    }

    Elsewhere elsewhere() {
        return elsewhere;
    }

    BackupLog log() {
        return log;
    }

    InstantSource clock() {
        return context.clock();
    }

    DatabaseCopies copies() {
        return context.find(DatabaseCopies.class)
                .orElseThrow(() -> new IllegalStateException("the server lends no copies of its database"));
    }

    Optional<Task> running() {
        return Optional.ofNullable(running.get());
    }

    String newId() {
        return BackupId.next(clock().instant());
    }

    /** A claim has the shelf; it is swept first. */
    void begun(Task task) throws IOException {
        shelf.sweep();
        running.set(task);
    }

    void ended() {
        running.set(null);
        ended.release();
    }

    /** The same fault in a sentence that says what to do. */
    IOException told(IOException fault) {
        return DiskFault.told(fault, shelf.folder());
    }

    /** From here on nothing is begun any more, until the server has started again. */
    void leave() {
        leaving = true;
    }

    Claim claim(String what, String id, Consumer<Journey.Step> watcher) throws IOException, Busy {
        boolean gentle = context.serving() || copies().served();
        var task = new Task(what, id, clock().instant(), new Journey(gentle, watcher));
        if (closed || !ended.tryAcquire()) throw leaving ? Busy.leaving() : new Busy();
        boolean claimed = false;
        try {
            if (leaving) throw Busy.leaving();
            var claim = new Claim(this, task, ShelfLock.take(shelf).orElseThrow(Busy::new));
            claim.begin();
            claimed = true;
            return claim;
        } catch (IOException fault) {
            throw told(fault);
        } finally {
            if (!claimed) ended.release();
        }
    }

    <T> T alone(String what, String id, Consumer<Journey.Step> watcher, Claim.Work<T> work) throws IOException, Busy {
        try (var claim = claim(what, id, watcher)) {
            return claim.run(work);
        }
    }

    /** Makes one, proves it, and lets go of those that the operator wants to keep no longer. */
    Note make(Maker.Order order, Journey journey) throws IOException {
        return new Making(this, context).make(order, journey);
    }

    Retention retention() {
        return new Retention(settings.policy(), ZoneId.systemDefault());
    }

    /** What the retention says about each, now. */
    List<Verdict> verdicts() throws IOException {
        var candidates = shelf.notes().stream()
                .filter(note -> shelf.has(note.id()))
                .map(note -> new Retention.Candidate(note.id(), note.created(), note.proven()))
                .toList();
        return retention().judge(candidates, clock().instant());
    }

    /** @param dry only tells what would be done */
    List<Verdict> prune(boolean dry) throws IOException {
        var verdicts = verdicts();
        if (dry) return verdicts;
        for (var verdict : verdicts) {
            if (verdict.kept()) continue;
            shelf.remove(verdict.id());
            log.info("deleted " + verdict.id() + ": no rule of the retention keeps it");
        }
        var failures =
                shelf.notes().stream().filter(note -> !shelf.has(note.id())).toList();
        for (var old : failures.stream().skip(FAILURES_KEPT).toList()) shelf.remove(old.id());
        return verdicts;
    }

    /** Holds a backup against its manifest once more, and notes what came of it. */
    Note verify(String id, Journey journey) throws IOException {
        var before = shelf.note(id).orElseThrow(() -> new IOException("there is no backup " + id + " any more"));
        var work = shelf.workFolder("verify-" + id);
        try {
            var passed = new Drill(copies()).run(shelf.archive(id), work.resolve("drill"), journey);
            // Anew from the file: a note that was lost, or told of a failure, knows nothing of it.
            var after = before.of(measured(id, passed, journey)).proven(clock().instant(), passed.proofs());
            shelf.write(after);
            log.info("verified " + id + " by a restore drill");
            return after;
        } catch (ArchiveFault fault) {
            shelf.write(before.refuted(fault.getMessage()));
            log.error("refuted " + id + ": " + fault.getMessage());
            throw fault;
        } finally {
            Shelf.delete(work);
        }
    }

    private Archive measured(String id, Drill.Passed passed, Journey journey) throws IOException {
        return new ArchiveReader(shelf.archive(id))
                .measured(passed.manifest(), (done, total) -> journey.at("verify", done, total));
    }

    /** @throws ArchiveFault when it is the newest that was verified */
    void delete(String id, String who) throws IOException, Busy {
        alone("delete", id, step -> {}, journey -> {
            if (needed().filter(note -> note.id().equals(id)).isPresent()) {
                throw new ArchiveFault(id + " is the newest verified backup: make another before you delete it");
            }
            shelf.remove(id);
            log.info("deleted " + id + ", by " + who);
            return null;
        });
    }

    /** The newest verified; where all are of a time to come, the newest of those, for there is no other. */
    private Optional<Note> needed() throws IOException {
        var notes = shelf.notes();
        return Maker.newestProven(notes, clock().instant()).or(() -> Maker.newestProven(notes, Instant.MAX));
    }

    /** Ends what is being done and waits for that; called again, there is nothing left to wait for. */
    void close() {
        if (closed) return;
        closed = true;
        running().ifPresent(task -> task.journey().cancel());
        elsewhere.stop();
        try {
            if (!ended.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                context.log().log(
                        Level.WARNING, "a task with the backups does not end; the next one clears up after it");
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    /** The records of all, the newest first, with the reasons for keeping each. */
    List<BackupRecord> records() throws IOException {
        var verdicts = verdicts();
        var records = new ArrayList<BackupRecord>();
        running()
                .filter(task -> task.what().equals("make"))
                .map(BackupRecord::of)
                .ifPresent(records::add);
        for (var note : shelf.notes()) {
            var reasons = verdicts.stream()
                    .filter(verdict -> verdict.id().equals(note.id()))
                    .flatMap(verdict -> verdict.reasons().stream())
                    .toList();
            records.add(BackupRecord.of(note, shelf.has(note.id()), reasons, running()));
        }
        return records;
    }

    Optional<BackupRecord> record(String id) throws IOException {
        return records().stream().filter(record -> record.id().equals(id)).findFirst();
    }
}
