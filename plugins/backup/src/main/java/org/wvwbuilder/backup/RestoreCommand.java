package org.wvwbuilder.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.wvwbuilder.backup.archive.ArchiveFault;
import org.wvwbuilder.backup.making.Journey;
import org.wvwbuilder.backup.offsite.Offsite;
import org.wvwbuilder.backup.offsite.OffsiteFault;
import org.wvwbuilder.backup.shelf.Shelf;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.plugin.DatabaseCopies.Restored.Outcome;
import org.wvwbuilder.plugin.Subcommand;
import org.wvwbuilder.plugin.Subcommand.Answer;
import org.wvwbuilder.plugin.Subcommand.Argument;
import org.wvwbuilder.plugin.Subcommand.Call;
import org.wvwbuilder.plugin.Subcommand.CommandFailure;
import org.wvwbuilder.plugin.Subcommand.Option;

/** {@code gw2 restore ID|FILE|PLACE/ID}: with or without a running server, and with a database that is broken or gone. */
record RestoreCommand(Backups backups, Restores restores) {
    private static final String SUMMARY = "makes a backup the database again, after proving it";

    Contribution.Command command() {
        var arguments = List.of(
                new Argument("backup", "its id, as 'gw2 backup list' tells, its file, or PLACE/ID for a copy", true));
        var options = List.of(
                new Option("dry-run", "", "only prove it and tell whether it could be restored", false),
                new Option("yes", "", "do not ask", false));
        return new Contribution.Command(
                "restore", SUMMARY, List.of(new Subcommand("", SUMMARY, arguments, options, this::run)));
    }

    private Answer run(Call call) throws Exception {
        var name = call.argument("backup").orElseThrow();
        try {
            return run(call, name, source(name));
        } catch (IOException disk) {
            throw BackupCommand.refused(backups.told(disk));
        } catch (Busy | ArchiveFault | OffsiteFault | Journey.Cancelled failed) {
            throw BackupCommand.refused(failed);
        }
    }

    /** Proves a backup, and restores it unless this is dry, while the shelf is ours alone. */
    @FunctionalInterface
    private interface Source {
        Restores.Result run(boolean dry, Journey journey) throws IOException;
    }

    private Source source(String name) throws CommandFailure {
        int slash = name.indexOf('/');
        var place = backups.elsewhere().place(slash < 0 ? "" : name.substring(0, slash));
        if (place.isPresent()) return (dry, journey) -> fetched(place.get(), name, dry, journey);
        var file = file(name);
        return (dry, journey) -> restores.run(file, name, dry, journey);
    }

    private Restores.Result fetched(Offsite place, String name, boolean dry, Journey journey) throws IOException {
        var work = backups.shelf().workFolder("fetch");
        try {
            var target = work.resolve("copy.tar.gz");
            Elsewhere.fetch(place, name.substring(name.indexOf('/') + 1), target, journey);
            return restores.run(target, name, dry, journey);
        } finally {
            Shelf.delete(work);
        }
    }

    private Path file(String name) throws CommandFailure {
        if (backups.shelf().has(name)) return backups.shelf().archive(name);
        try {
            var file = Path.of(name);
            if (Files.isRegularFile(file)) return file;
        } catch (InvalidPathException none) {
            throw unknown(name);
        }
        throw unknown(name);
    }

    private static CommandFailure unknown(String name) {
        return new CommandFailure(1, "There is no backup and no file " + name + ": see 'gw2 backup list'.");
    }

    private Answer run(Call call, String name, Source source) throws IOException, Busy, CommandFailure {
        var watcher = Watching.on(call.screen());
        if (call.flag("dry-run")) {
            var result = backups.alone("restore", name, watcher, journey -> source.run(true, journey));
            return new Answer(
                    result, "Backup " + name + " is whole, holds " + result.rows() + " rows and can be restored.");
        }
        if (!call.flag("yes")) {
            Watching.ask(
                    call,
                    "restore",
                    "Everything that was changed since the backup goes back to what it was then; a safety copy stays."
                            + " A running server starts again. Type restore:");
        }
        var result = backups.alone("restore", name, watcher, journey -> source.run(false, journey));
        var restored = result.restored().orElseThrow();
        if (restored.outcome() == Outcome.REFUSED) {
            throw new CommandFailure(1, "The database is the one from before: " + restored.detail());
        }
        return new Answer(
                result,
                "Restored " + BackupCommand.told(restored)
                        + "\nEverybody signs in again; accounts, rights, passwords and tokens for scripts are those of the"
                        + " backup: take away once more what you took away since then.");
    }
}
