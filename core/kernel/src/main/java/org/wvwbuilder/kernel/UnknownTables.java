package org.wvwbuilder.kernel;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Tables of the configuration that belong to nobody. */
final class UnknownTables {

    private UnknownTables() {}

    /** @param plugins all that are installed */
    static List<SettingProblem> among(Settings settings, List<LoadedPlugin> plugins, Set<String> hostTables) {
        var known = new TreeSet<>(hostTables);
        plugins.forEach(plugin -> {
            known.add(plugin.id());
            known.add(plugin.candidate().name());
            if (plugin.descriptor() != null) known.add(plugin.descriptor().table());
        });
        return settings.tables().stream()
                .filter(table -> !known.contains(table))
                .map(table -> new SettingProblem(
                        table,
                        settings.fileName(),
                        "no such table, and no plugin of this name"
                                + Nearest.to(table, known)
                                        .map(word -> "; did you mean " + word + "?")
                                        .orElse("")))
                .toList();
    }
}
