package org.wvwbuilder.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.wvwbuilder.cli.Action.Stage;
import org.wvwbuilder.cli.Words.WrongUsage;
import org.wvwbuilder.kernel.ConfigurationFault;
import org.wvwbuilder.kernel.Fault;
import org.wvwbuilder.plugin.Subcommand;
import org.wvwbuilder.plugin.Subcommand.CommandFailure;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;

/** Reads the words of a command line, does what they say and returns the exit code; see {@link Exit}. */
public final class Cli {
    private static final Subcommand NOTHING =
            new Subcommand("", "", List.of(), List.of(), call -> Subcommand.Answer.PRINTED);

    private final Backstage backstage;
    private final Terminal terminal;

    public Cli(Backstage backstage, Terminal terminal) {
        this.backstage = backstage;
        this.terminal = terminal;
    }

    /** Never throws: whatever goes wrong becomes a sentence on the error stream, and an exit code. */
    public int run(String... typed) {
        try {
            return run(Words.read(List.of(typed)));
        } catch (WrongUsage e) {
            return complain(Exit.USAGE, e.getMessage());
        } catch (ParameterException e) {
            return complain(Exit.USAGE, Complaint.about(e));
        } catch (CommandFailure e) {
            return complain(e.exitCode(), e.getMessage());
        } catch (ConfigurationFault e) {
            return complain(Exit.CONFIGURATION, e.getMessage());
        } catch (Fault e) {
            return complain(Exit.FAILED, e.sentence());
        } catch (Exception e) {
            if (Boolean.getBoolean("wvw.trace")) e.printStackTrace(terminal.err());
            return complain(Exit.FAILED, "That failed: " + e + " (GW2_TRACE=1 shows where).");
        }
    }

    private int complain(int code, String sentence) {
        terminal.err().println(Terminal.visible(sentence));
        return code;
    }

    private int run(Words words) throws Exception {
        if (words.command().isEmpty()) return general(words, CommandTree.complete(terminal));
        var name = words.command().get();
        if (name.equals(StatusCommand.NAME)) {
            var plain = PlainWords.read(words.all(), NOTHING);
            if (plain.isPresent())
                return StatusCommand.run(stage(words, plain.get().json()));
        }
        return CommandTree.owns(name)
                ? execute(words, CommandTree.only(terminal, name).finish())
                : plugin(words, name);
    }

    private int plugin(Words words, String name) throws Exception {
        if (words.help()) return Rehearsal.run(backstage, words.launch(), launch -> plugin(words, launch, name));
        return plugin(words, words.launch(), name);
    }

    private int plugin(Words words, Launch launch, String name) throws Exception {
        var exit = backstage.withCommand(launch, name, command -> {
            if (command.subcommands().size() == 1) {
                var only = command.subcommands().getFirst();
                var plain = only.name().isEmpty() ? PlainWords.read(words.all(), only) : Optional.<PlainWords>empty();
                if (plain.isPresent())
                    return PluginCall.run(only, stage(words, plain.get().json()), plain.get());
            }
            var tree = new CommandTree(terminal);
            tree.add(PluginCommands.spec(command));
            return execute(words, tree.finish());
        });
        if (exit.isPresent()) return exit.get();
        var tree = CommandTree.complete(terminal);
        tree.mention(backstage.commands(launch));
        throw new WrongUsage(Complaint.unknown(tree.finish(), name));
    }

    private Stage stage(Words words, boolean json) {
        return new Stage(backstage, words.launch(), terminal, json);
    }

    /** No command was named: the version, the help, or a complaint about an option. */
    private int general(Words words, CommandTree tree) throws Exception {
        if (words.version()) return execute(words, tree.finish());
        tree.mention(promised(words.launch()));
        var line = tree.finish();
        line.parseArgs(words.all().toArray(String[]::new));
        line.usage(terminal.out(), ansi());
        return Exit.OK;
    }

    /** Somebody whose configuration is broken needs the help all the more. */
    private List<Backstage.PluginCommand> promised(Launch launch) {
        try {
            return backstage.commands(launch);
        } catch (ConfigurationFault unknown) {
            return List.of();
        }
    }

    private int execute(Words words, CommandLine line) throws Exception {
        var parsed = line.parseArgs(words.all().toArray(String[]::new));
        var commands = parsed.asCommandLineList();
        var chosen = commands.getLast();
        var json = commands.stream().anyMatch(c -> c.getParseResult().matchedOptionValue("--json", false));
        var stage = stage(words, json);
        if (words.version()) return version(stage);
        if (words.help()) {
            chosen.usage(terminal.out(), ansi());
            return Exit.OK;
        }
        return chosen.getCommandSpec().userObject() instanceof Action action
                ? action.run(stage, chosen.getParseResult())
                : Exit.USAGE;
    }

    private int version(Stage stage) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("version", backstage.version());
        facts.put("java", Runtime.version().toString());
        stage.answer(facts, "gw2 " + backstage.version() + " (Java " + Runtime.version() + ")");
        return Exit.OK;
    }

    private Ansi ansi() {
        return terminal.colour() ? Ansi.ON : Ansi.OFF;
    }
}
