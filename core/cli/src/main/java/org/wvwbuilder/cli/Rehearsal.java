package org.wvwbuilder.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
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
            return play.run(away(backstage.configuration(launch), launch, folder));
        } finally {
            remove(folder);
        }
    }

    /** Where plugins are looked for must not change with the data folder that it depends on. */
    private static Launch away(List<SettingDescription> settings, Launch launch, Path folder) {
        var moved = launch.with("data.directory", folder.toString());
        for (var setting : settings) {
            if (setting.key().equals("plugins.directory")) moved = moved.with(setting.key(), setting.value());
            if (setting.key().equals("database.url")) moved = moved.with(setting.key(), setting.fallback());
        }
        return moved;
    }

    private static void remove(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}
