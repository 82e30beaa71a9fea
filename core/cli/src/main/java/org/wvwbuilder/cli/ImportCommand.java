package org.wvwbuilder.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.wvwbuilder.plugin.Database.DatabaseException;
import org.wvwbuilder.plugin.Subcommand.CommandFailure;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code gw2 import}: takes over the database of the program that was here before. */
final class ImportCommand {
    /** Stands in each database of ours. */
    private static final String OURS = "data_integrity";

    private ImportCommand() {}

    static CommandSpec spec() {
        var spec = CommandTree.spec(
                "import", "take over the database of the original FastAPI program", ImportCommand::run);
        spec.addPositional(PositionalParamSpec.builder()
                .index("0")
                .arity("1")
                .required(true)
                .paramLabel("FILE")
                .type(String.class)
                .description("its SQLite database; it is not changed")
                .build());
        spec.addOption(flag("--dry-run", "tell what would be taken over and what cannot be; write nothing"));
        spec.addOption(flag("--join", "who has the same email here is the same person, and gets what is theirs there"));
        spec.usageMessage()
                .footer(
                        "",
                        "Stop the server first. A second run adds nothing, so an interrupted one is begun again.",
                        "People sign in with the passwords that they had.");
        return spec;
    }

    private static OptionSpec flag(String name, String summary) {
        return OptionSpec.builder(name)
                .type(boolean.class)
                .arity("0")
                .description(summary)
                .build();
    }

    private static int run(Action.Stage stage, ParseResult words) throws Exception {
        var file = Path.of(words.matchedPositionalValue(0, "")).toAbsolutePath();
        refuseServer(stage);
        var terminal = stage.terminal();
        var report = stage.backstage().withOriginal(stage.launch(), file, takeover -> {
            check(file, takeover);
            var ledger = new ImportLedger(
                    takeover,
                    words.matchedOptionValue("--dry-run", false),
                    words.matchedOptionValue("--join", false),
                    line -> terminal.err().println(Terminal.visible(line)));
            take(takeover, ledger);
            return ledger.report(file.toString(), tables(takeover));
        });
        stage.answer(report, new ImportText(terminal, report).toString());
        return Exit.OK;
    }

    /** What a server remembers of its accounts and catalogue would be older than the database. */
    private static void refuseServer(Action.Stage stage) throws Exception {
        switch (stage.backstage().whereabouts(stage.launch()).lock()) {
            case HELD ->
                throw new CommandFailure(
                        Exit.FAILED, "The server is running: stop it, then import ('systemctl stop gw2-backend').");
            case HIDDEN ->
                throw new CommandFailure(
                        Exit.FAILED, "This account may not look into the data folder: run it as the server's account.");
            case FREE, LEFT -> {}
        }
    }

    private static void check(Path file, Backstage.Takeover takeover) throws CommandFailure {
        if (takeover.importers().isEmpty()) {
            throw new CommandFailure(Exit.FAILED, "No plugin takes anything over: see 'gw2 plugins' for the reason.");
        }
        if (takeover.tables().containsKey(OURS)) {
            throw new CommandFailure(
                    Exit.FAILED, file + " is a database of this program: use 'gw2 restore' for a backup of it.");
        }
        var missing = new TreeSet<String>();
        for (var offer : takeover.importers()) {
            offer.importer().tables().forEach((table, columns) -> {
                var there = takeover.tables().get(table);
                if (there == null) missing.add("table " + table);
                else
                    columns.stream()
                            .filter(column -> !there.contains(column))
                            .map(column -> table + "." + column)
                            .forEach(missing::add);
            });
        }
        if (!missing.isEmpty()) {
            throw new CommandFailure(
                    Exit.FAILED,
                    file + " is no database of the original, or one of another version: it lacks "
                            + String.join(", ", missing) + ". Give the file that the original last ran on.");
        }
    }

    private static Set<String> tables(Backstage.Takeover takeover) {
        return takeover.importers().stream()
                .flatMap(offer -> offer.importer().tables().keySet().stream())
                .collect(Collectors.toSet());
    }

    /** Each importer when all that its rows refer to has been taken over. */
    private static void take(Backstage.Takeover takeover, ImportLedger ledger) throws CommandFailure {
        var waiting = new ArrayList<>(takeover.importers());
        var open = new HashSet<>(tables(takeover));
        while (!waiting.isEmpty()) {
            var next = waiting.stream()
                    .filter(offer -> offer.importer().after().stream().noneMatch(open::contains))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("importers wait for each other: " + plugins(waiting)));
            waiting.remove(next);
            try {
                next.importer().take(ledger);
            } catch (DatabaseException refused) {
                throw new CommandFailure(
                        Exit.FAILED,
                        "The database refused: " + refused.getMessage()
                                + ". What was taken over before stays; mend that, then run the same command again.");
            }
            open.removeAll(next.importer().tables().keySet());
        }
    }

    private static String plugins(List<Backstage.ImportOffer> offers) {
        return offers.stream().map(Backstage.ImportOffer::plugin).collect(Collectors.joining(", "));
    }
}
