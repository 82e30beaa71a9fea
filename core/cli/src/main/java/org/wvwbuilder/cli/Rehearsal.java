package org.wvwbuilder.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wvwbuilder.kernel.PluginShelf;
import org.wvwbuilder.kernel.SettingDescription;

/**
 * Lets a plugin be opened to ask it what it can do, on a data folder that is thrown away: reading the help must not make a
 * database, and must work for somebody who may not read the real one.
 */
final class Rehearsal {

    private Rehearsal() {}

    /** What to do with the launch that speaks of the throw-away folder. */
    @FunctionalInterface
    interface Play {
        int run(Launch launch) throws Exception;
    }

    static int run(Backstage backstage, Launch launch, Play play) throws Exception {
        var folder = Files.createTempDirectory("gw2-help-");
        try {
            var settings = backstage.configuration(launch);
            var data = settings.stream()
                    .filter(setting -> setting.key().equals("data.directory"))
                    .findFirst();
            if (data.isPresent()) PluginShelf.lend(Path.of(data.get().value()), folder);
            return play.run(away(settings, launch, folder));
        } finally {
            remove(folder);
        }
    }

    /** Where plugins are looked for must not change with the data folder that it depends on. */
    private static Launch away(List<SettingDescription> settings, Launch launch, Path folder) {
        var values = settings.stream().collect(Collectors.toMap(SettingDescription::key, Function.identity()));
        var moved = launch.with("data.directory", folder.toString())
                .with("logs.directory", folder.resolve("logs").toString());
        if (values.containsKey("database.url")) {
            moved = moved.with("database.url", values.get("database.url").fallback());
        }
        var plugins = values.get("plugins.directory").value();
        return moved.with(
                "plugins.directory",
                plugins.isEmpty() ? values.get("data.directory").value() + "/plugins" : plugins);
    }

    private static void remove(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}
