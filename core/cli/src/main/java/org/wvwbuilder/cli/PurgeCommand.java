package org.wvwbuilder.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Scanner;
import java.util.Set;
import org.wvwbuilder.cli.Backstage.LeftTable;
import org.wvwbuilder.cli.Backstage.Remains;
import org.wvwbuilder.cli.Backstage.Remnant;
import org.wvwbuilder.kernel.Fault;
import org.wvwbuilder.plugin.Subcommand.CommandFailure;
import picocli.CommandLine.ParseResult;

/** {@code gw2 plugins purge} and {@code remove --purge}: deletes for good what a plugin kept. */
final class PurgeCommand {
    /** A plugin in these states was not opened: whatever is done to its tables, it does not see. */
    private static final Set<String> NOT_LOADED = Set.of("DISABLED", "REJECTED");

    private PurgeCommand() {}

    /**
     * What was deleted.
     *
     * @param copy the database from before; empty when none was kept
     */
    record Purged(String id, List<LeftTable> tables, Optional<Long> runs, List<String> files, Optional<String> copy) {}

    /** Takes a plugin away that is installed. */
    interface Act {
        void act() throws Exception;
    }

    /** @param hint what else the operator has to do, with a blank before it; empty when nothing */
    private record Removal(String hint, Act act) {}

    static int list(Action.Stage stage) throws Exception {
        return stage.backstage().withRemains(stage.launch(), Optional.empty(), remains -> {
            var all = remains.all();
            stage.answer(
                    all, Terminal.visible(all.isEmpty() ? "Nothing is left of plugins that are gone." : text(all)));
            return Exit.OK;
        });
    }

    private static String text(List<Remnant> all) {
        var lines = new StringBuilder("What is left of plugins that are gone:");
        for (var remnant : all) {
            lines.append("\n\n").append(remnant.id()).append(listed(remnant));
        }
        return lines + "\n\n'gw2 plugins purge ID' deletes what is left of one.";
    }

    /** For one that was removed before. */
    static int purge(Action.Stage stage, String id, ParseResult words) throws Exception {
        requireNotLoaded(stage, id, "Restart it, and type this again.");
        return stage.backstage().withRemains(stage.launch(), Optional.empty(), remains -> {
            var remnant = remains.of(id);
            if (remnant.nothing()) {
                throw new Fault(
                        "Nothing is left of a plugin '" + id + "'.",
                        "'gw2 plugins purge' lists what is left of which.");
            }
            return purge(stage, remains, remnant, words, new Removal("", () -> {}));
        });
    }

    /** For one that is installed. */
    static int remove(Action.Stage stage, String id, ParseResult words, String hint, Act removal) throws Exception {
        requireNotLoaded(
                stage,
                id,
                "'gw2 plugins remove " + id + " --yes' takes it away; then restart the server, and 'gw2 plugins purge "
                        + id + "' deletes what it kept.");
        return stage.backstage()
                .withRemains(
                        stage.launch(),
                        Optional.of(id),
                        remains -> purge(stage, remains, remains.of(id), words, new Removal(hint, removal)));
    }

    private static int purge(Action.Stage stage, Remains remains, Remnant remnant, ParseResult words, Removal removal)
            throws Exception {
        var copying = !words.matchedOptionValue("--no-copy", false);
        if (!words.matchedOptionValue("--yes", false)) ask(stage, remnant, copying);
        // Before anything is deleted, the files of the plugin too.
        var copy = copying ? Optional.of(remains.keep()) : Optional.<Path>empty();
        removal.act().act();
        remains.purge(remnant.id());
        var purged =
                new Purged(remnant.id(), remnant.tables(), remnant.runs(), remnant.files(), copy.map(Path::toString));
        stage.answer(purged, Terminal.visible(told(remnant, copy) + removal.hint()));
        return Exit.OK;
    }

    private static void ask(Action.Stage stage, Remnant remnant, boolean copying) throws CommandFailure {
        var id = remnant.id();
        if (!stage.json()) {
            var question = "This deletes for good what the plugin " + id + " kept:" + listed(remnant) + "\n"
                    + (copying
                            ? "A copy of the database is kept before that. "
                            : "No copy is kept: only a backup brings it back. ")
                    + "No server on this database may have the plugin any more.\nType " + id + " to do it:";
            stage.terminal().out().println(Terminal.visible(question));
        }
        @SuppressWarnings("resource") // standard input is not ours to close
        var typed = new Scanner(stage.terminal().in(), StandardCharsets.UTF_8);
        if (!typed.hasNextLine() || !typed.nextLine().strip().equals(id)) {
            throw new CommandFailure(Exit.FAILED, "Nothing was changed: type " + id + ", or add --yes.");
        }
    }

    private static String listed(Remnant remnant) {
        if (remnant.nothing()) return "\n  nothing but its files";
        var lines = new StringBuilder();
        for (var table : remnant.tables()) {
            lines.append("\n  ").append(table.kind()).append(' ').append(table.name());
            if (table.kind().equals("table")) lines.append(", ").append(Remnant.counted(table.rows(), "row"));
        }
        remnant.runs()
                .ifPresent(runs -> lines.append("\n  the record of its jobs, ").append(Remnant.counted(runs, "run")));
        remnant.files().forEach(file -> lines.append("\n  ").append(file));
        return lines.toString();
    }

    private static String told(Remnant remnant, Optional<Path> copy) {
        var what = "Deleted what the plugin " + remnant.id() + " kept: " + remnant.brief() + ", "
                + files(remnant.files().size()) + ".";
        return copy.map(file -> what + " The database from before is " + file + ": 'gw2 restore " + file
                        + "' goes back with all else, and as long as it lies there, so does what was deleted.")
                .orElse(what);
    }

    private static String files(int count) {
        return count + (count == 1 ? " file or folder" : " files or folders");
    }

    /** A server that has opened the plugin would go on with tables that are gone. */
    private static void requireNotLoaded(Action.Stage stage, String id, String remedy) throws Exception {
        var place = stage.backstage().whereabouts(stage.launch());
        switch (place.lock()) {
            case FREE, LEFT -> {}
            case HIDDEN ->
                throw new Fault(
                        "Whether a server runs here may not be seen by this user, and which plugins it has.",
                        "Type it as the account of the server.");
            case HELD -> {
                var told = Bulletin.ofRunning(place)
                        .orElseThrow(() -> new Fault(
                                "The server that runs does not say which plugins it has.",
                                "Wait until it has started, or stop it."));
                var loaded = told.plugins().stream()
                        .filter(plugin -> plugin.id().equals(id) && !NOT_LOADED.contains(plugin.state()))
                        .findFirst();
                if (loaded.isEmpty()) return;
                throw new Fault(
                        "The server that runs has the plugin " + id + " yet ("
                                + loaded.get().state() + ").",
                        remedy);
            }
        }
    }
}
