package org.wvwbuilder.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.wvwbuilder.cli.Terminal.Colour;
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
                        "Judges the plugin folders without running a plugin: CONFIGURED would be started,",
                        "DISABLED was switched off, REJECTED cannot be started. What a running server",
                        "made of them is at /api/v1/plugins, for administrators. Exit code 1 when any",
                        "plugin is REJECTED.");
        return spec;
    }

    private static int run(Action.Stage stage, ParseResult words) throws Exception {
        var plugins = stage.backstage().plugins(stage.launch());
        stage.answer(plugins, text(stage.terminal(), plugins));
        return plugins.stream().anyMatch(PluginsCommand::refused) ? Exit.FAILED : Exit.OK;
    }

    /** Whether something about the plugin keeps it from running. */
    static boolean refused(PluginStatus plugin) {
        return plugin.state().equals("REJECTED") || plugin.state().equals("FAILED");
    }

    private static String text(Terminal terminal, List<PluginStatus> plugins) {
        if (plugins.isEmpty()) return "No plugin was found: the distribution is incomplete, unpack it again.";
        var table = new Table(terminal, "PLUGIN", "VERSION", "STATE", "TITLE");
        for (var plugin : plugins) {
            table.row(colour(plugin), plugin.id(), plugin.version(), plugin.state(), plugin.title());
        }
        var complaints = plugins.stream()
                .filter(plugin -> !plugin.reason().isEmpty())
                .map(plugin -> "\n" + complaint(plugin))
                .collect(Collectors.joining());
        return complaints.isEmpty() ? table.toString() : table + "\n" + complaints;
    }

    static String complaint(PluginStatus plugin) {
        var reason = plugin.reason().matches("(?s).*[.!?]") ? plugin.reason() : plugin.reason() + ".";
        return Terminal.visible(plugin.id() + ": " + reason + " " + plugin.remedy())
                .strip();
    }

    private static Colour colour(PluginStatus plugin) {
        return switch (plugin.state()) {
            case "RESOLVED", "CONFIGURED", "RUNNING" -> Colour.GREEN;
            case "REJECTED", "FAILED" -> Colour.RED;
            default -> Colour.YELLOW;
        };
    }
}
