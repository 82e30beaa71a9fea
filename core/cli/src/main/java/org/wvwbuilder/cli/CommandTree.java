package org.wvwbuilder.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.wvwbuilder.cli.Words.WrongUsage;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * The commands as picocli wants them, with the options that all of them share. To describe all of them takes longer than most
 * commands do: who knows which one is meant describes that one.
 */
final class CommandTree {
    private static final Map<String, Supplier<CommandSpec>> OWN = new LinkedHashMap<>();

    static {
        OWN.put("run", ServeCommand::spec);
        OWN.put("status", StatusCommand::spec);
        OWN.put("doctor", DoctorCommand::spec);
        OWN.put("jobs", JobsCommand::spec);
        OWN.put("config", ConfigCommand::spec);
        OWN.put("plugins", PluginsCommand::spec);
        OWN.put("demo", DemoCommand::spec);
        OWN.put("import", ImportCommand::spec);
        OWN.put("train", TrainCommand::serving);
        OWN.put("train-commands", TrainCommand::commanding);
        OWN.put("handbook", HandbookCommand::spec);
    }

    private final Terminal terminal;
    private final CommandSpec root;

    CommandTree(Terminal terminal) {
        this.terminal = terminal;
        this.root =
                spec("gw2", "WvW Builder keeps a guild's World-vs-World builds and squads.", CommandTree::chooseOne);
        root.usageMessage()
                .synopsisSubcommandLabel("COMMAND")
                .commandListHeading("%nCommands:%n")
                .footer("", "'gw2 help COMMAND' tells more. Settings: 'gw2 config'.");
    }

    /** With every command of the server's own. */
    static CommandTree complete(Terminal terminal) {
        var tree = new CommandTree(terminal);
        OWN.values().forEach(spec -> tree.add(spec.get()));
        return tree;
    }

    /** With the one command of this name, if it is the server's own. */
    static Optional<CommandTree> only(Terminal terminal, String name) {
        return Optional.ofNullable(OWN.get(name)).map(spec -> {
            var tree = new CommandTree(terminal);
            tree.add(spec.get());
            return tree;
        });
    }

    /** A command without options of its own. */
    static CommandSpec spec(String name, String summary, Action action) {
        var spec = CommandSpec.wrapWithoutInspection(action).name(name);
        spec.usageMessage().description(summary).sortOptions(false).abbreviateSynopsis(true);
        spec.usageMessage().optionListHeading("%nOptions:%n").parameterListHeading("%nArguments:%n");
        spec.parser().collectErrors(false).overwrittenOptionsAllowed(true);
        return spec;
    }

    private static CommandSpec share(CommandSpec spec) {
        spec.addOption(flag("--json", "print the answer as JSON").build());
        spec.addOption(OptionSpec.builder("--config")
                .paramLabel("FILE")
                .type(String.class)
                .description("read this file instead of etc/gw2.toml")
                .build());
        spec.addOption(OptionSpec.builder("--set")
                .paramLabel("KEY=VALUE")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description("override one setting; may be repeated")
                .build());
        spec.addOption(flag("-h", "--help", "print this help").usageHelp(true).build());
        spec.addOption(
                flag("-V", "--version", "print the version").versionHelp(true).build());
        spec.subcommands().values().forEach(sub -> share(sub.getCommandSpec()));
        return spec;
    }

    private static OptionSpec.Builder flag(String... namesAndSummary) {
        var names =
                List.of(namesAndSummary).subList(0, namesAndSummary.length - 1).toArray(String[]::new);
        return OptionSpec.builder(names)
                .type(boolean.class)
                .arity("0")
                .description(namesAndSummary[namesAndSummary.length - 1]);
    }

    void add(CommandSpec command) {
        root.addSubcommand(command.name(), command);
    }

    /** Mentions commands in the help that are too costly to know in full. */
    void mention(List<Backstage.PluginCommand> commands) {
        commands.forEach(command -> add(
                spec(command.name(), command.title() + " (plugin " + command.plugin() + ")", CommandTree::chooseOne)));
    }

    /** Ready to read words. */
    CommandLine finish() {
        return new CommandLine(share(root)).setColorScheme(CommandLine.Help.defaultColorScheme(ansi()));
    }

    private Ansi ansi() {
        return terminal.colour() ? Ansi.ON : Ansi.OFF;
    }

    /** What a command does that has others below it: nothing but say so. */
    static int chooseOne(Action.Stage stage, ParseResult words) throws WrongUsage {
        var command = words.commandSpec();
        var names = String.join(", ", command.subcommands().keySet());
        throw new WrongUsage("'" + command.qualifiedName() + "' wants to know what to do: " + names + ".");
    }
}
