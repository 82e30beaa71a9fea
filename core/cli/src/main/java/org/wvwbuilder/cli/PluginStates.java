package org.wvwbuilder.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wvwbuilder.plugin.Platform.PluginStatus;

/**
 * The plugins as they lie in their folders, each with the state that it has in the server that runs, if one does.
 *
 * @param told what that server wrote down
 */
record PluginStates(List<PluginStatus> plugins, Optional<Bulletin> told) {

    /** What a look into a folder can tell of a plugin: never that it works. */
    static String judged(String state) {
        return state.equals("CONFIGURED") ? "accepted; the next start opens it" : state;
    }

    /** With the states, reasons and remedies of the server that runs, where it has the same edition of a plugin. */
    static PluginStates of(List<PluginStatus> judged, Optional<Bulletin> told) {
        return new PluginStates(
                judged.stream().map(plugin -> asToldOf(plugin, told)).toList(), told);
    }

    private static PluginStatus asToldOf(PluginStatus plugin, Optional<Bulletin> told) {
        var brief = told.flatMap(bulletin -> brief(bulletin, plugin.id()));
        var next = !plugin.reason().isEmpty() || !plugin.state().equals("CONFIGURED");
        if (next || brief.isEmpty() || !brief.get().version().equals(plugin.version())) return plugin;
        var why = told.get().notRunning(plugin.id());
        return new PluginStatus(
                plugin.id(),
                plugin.title(),
                plugin.version(),
                brief.get().state(),
                plugin.bundled(),
                why.map(PluginStatus::reason).orElse(""),
                why.map(PluginStatus::remedy).orElse(""),
                Map.of());
    }

    private static Optional<Bulletin.PluginBrief> brief(Bulletin told, String id) {
        return told.plugins().stream().filter(plugin -> plugin.id().equals(id)).findFirst();
    }

    /** What the column of states says of a plugin: also that the server that runs has another edition, or runs it yet. */
    String words(PluginStatus plugin) {
        var now = told.flatMap(bulletin -> brief(bulletin, plugin.id()))
                .filter(brief -> !brief.state().equals(plugin.state()));
        if (now.isPresent()) {
            var edition = now.get().version().equals(plugin.version())
                    ? ""
                    : " " + now.get().version();
            return now.get().state() + edition + "; next " + word(plugin);
        }
        return word(plugin);
    }

    private static String word(PluginStatus plugin) {
        return plugin.state().equals("CONFIGURED") ? "accepted" : plugin.state();
    }

    /** Below the table: what the states are, of a server or of the folders. */
    String footing() {
        if (plugins.stream().noneMatch(plugin -> plugin.state().equals("CONFIGURED"))) return "";
        return told.isPresent()
                ? "What is accepted is opened at the next start; whether it works shows then."
                : "No server that runs has told its states: accepted plugins are opened at the next start.";
    }
}
