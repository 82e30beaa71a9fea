package org.wvwbuilder.cli;

import java.util.List;
import org.wvwbuilder.cli.Words.WrongUsage;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The commands as picocli wants them, with the options that all of them share. */
final class CommandTree {
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
        add(ServeCommand.spec());
        add(StatusCommand.spec());
        add(DoctorCommand.spec());
        add(JobsCommand.spec());
        add(ConfigCommand.spec());
        add(PluginsCommand.spec());
        add(DemoCommand.spec());
        add(ImportCommand.spec());
        TrainCommand.specs().forEach(this::add);
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

    boolean has(String name) {
        return root.subcommands().containsKey(name);
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
