package org.wvwbuilder.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.wvwbuilder.cli.Words.WrongUsage;
import org.wvwbuilder.kernel.ServerCommands;
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
    /** How each is described; loaded only by who describes one. */
    private static final class Own {
        private static final Map<String, Supplier<CommandSpec>> MAKERS = new LinkedHashMap<>();

        static {
            MAKERS.put("run", ServeCommand::spec);
            MAKERS.put("status", StatusCommand::spec);
            MAKERS.put("doctor", DoctorCommand::spec);
            MAKERS.put("jobs", JobsCommand::spec);
            MAKERS.put("config", ConfigCommand::spec);
            MAKERS.put("plugins", PluginsCommand::spec);
            MAKERS.put("demo", DemoCommand::spec);
            MAKERS.put("import", ImportCommand::spec);
            MAKERS.put("train", TrainCommand::serving);
            MAKERS.put("train-commands", TrainCommand::commanding);
            MAKERS.put("train-glance", TrainCommand::glancing);
            MAKERS.put("handbook", HandbookCommand::spec);
            if (!MAKERS.keySet().equals(ServerCommands.names())) {
                throw new IllegalStateException("name each command in ServerCommands too");
            }
        }

        private Own() {}
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
        Own.MAKERS.values().forEach(spec -> tree.add(spec.get()));
        return tree;
    }

    /** Whether the server itself has a command of this name, not a plugin. */
    static boolean owns(String name) {
        return ServerCommands.names().contains(name);
    }

    /** With the one command of this name, which is the server's own. */
    static CommandTree only(Terminal terminal, String name) {
        var tree = new CommandTree(terminal);
        tree.add(Own.MAKERS.get(name).get());
        return tree;
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
        // One of the server's own names never gets as far as the plugin.
        commands.stream()
                .filter(command -> !owns(command.name()))
                .forEach(command -> add(spec(
                        command.name(),
                        command.title() + " (plugin " + command.plugin() + ")",
                        CommandTree::chooseOne)));
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
