package org.wvwbuilder.cli;

import java.util.stream.Collectors;
import org.wvwbuilder.cli.Terminal.Colour;
import org.wvwbuilder.kernel.Fault;
import org.wvwbuilder.plugin.Platform.PluginStatus;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code gw2 plugins}: what lies in the plugin folders, judged without running any of it. */
final class PluginsCommand {

    private PluginsCommand() {}

    static CommandSpec spec() {
        var spec =
                CommandTree.spec("plugins", "list the plugins, and what keeps them from running", PluginsCommand::run);
        spec.addSubcommand("list", CommandTree.spec("list", "the same as without a word", PluginsCommand::run));
        ShelfCommands.addTo(spec);
        spec.usageMessage()
                .synopsisSubcommandLabel("[ACTION]")
                .commandListHeading("%nActions:%n")
                .footer(
                        "",
                        "Tells the state that each plugin has in the server that runs, with what keeps",
                        "it from running. What no server runs is judged in its folder: accepted is opened",
                        "at the next start (CONFIGURED in JSON), DISABLED was switched off, REJECTED cannot",
                        "be started. Exit code 1 when any plugin is REJECTED or FAILED.");
        return spec;
    }

    private static int run(Action.Stage stage, ParseResult words) throws Exception {
        var judged = stage.backstage().plugins(stage.launch());
        var told = Bulletin.ofRunning(stage.backstage().whereabouts(stage.launch()));
        var states = PluginStates.of(judged, told);
        stage.answer(states.plugins(), text(stage.terminal(), states));
        return states.plugins().stream().anyMatch(PluginsCommand::refused) ? Exit.FAILED : Exit.OK;
    }

    /** Whether something about the plugin keeps it from running. */
    static boolean refused(PluginStatus plugin) {
        return plugin.state().equals("REJECTED") || plugin.state().equals("FAILED");
    }

    private static String text(Terminal terminal, PluginStates states) {
        var plugins = states.plugins();
        if (plugins.isEmpty()) return "No plugin was found: the distribution is incomplete, unpack it again.";
        var table = new Table(terminal, "PLUGIN", "VERSION", "STATE", "TITLE");
        for (var plugin : plugins) {
            table.row(colour(plugin), plugin.id(), plugin.version(), states.words(plugin), plugin.title());
        }
        var complaints = plugins.stream()
                .filter(plugin -> !plugin.reason().isEmpty())
                .map(plugin -> "\n" + complaint(plugin))
                .collect(Collectors.joining());
        var footing = states.footing().isEmpty() ? "" : "\n\n" + states.footing();
        return complaints.isEmpty() ? table + footing : table + footing + "\n" + complaints;
    }

    static String complaint(PluginStatus plugin) {
        return Terminal.visible(plugin.id() + ": " + Fault.sentence(plugin.reason(), plugin.remedy()));
    }

    private static Colour colour(PluginStatus plugin) {
        return switch (plugin.state()) {
            case "RESOLVED", "CONFIGURED", "RUNNING" -> Colour.GREEN;
            case "REJECTED", "FAILED" -> Colour.RED;
            default -> Colour.YELLOW;
        };
    }
}
