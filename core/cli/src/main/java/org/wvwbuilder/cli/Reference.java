package org.wvwbuilder.cli;

import java.util.List;
import java.util.TreeMap;
import org.wvwbuilder.kernel.SettingDescription;
import org.wvwbuilder.kernel.Settings;

/** Writes the reference of all settings that the guides carry. What it says of a setting is what the code says of it. */
final class Reference {
    private static final String HEAD = """
            # Every setting

            Written by `gw2 config --reference`: do not edit. Set is a setting

            1. by `gw2 run --set http.port=9000`, else
            2. by a variable of the environment, whose name stands in the last column; the service reads them from
               `/etc/wvw-builder/environment`, else
            3. in `gw2.toml`, each in the table that heads it here; the service reads `/etc/wvw-builder/gw2.toml`, else
            4. it has its default.

            `gw2 config` shows what is in force and where it was set. The server reads its settings when it starts, and tells all that
            is wrong at once, each with its place and the nearest name that there is. What is wrong in a table of its own, or of
            a plugin that it needs (`plugins.required`), keeps it from starting (78); in the table of another plugin, only that one.

            - **Times** are `500ms`, `90s`, `15m`, `8h` or `30d`.
            - **Several values** are a list in the file (`["a", "b"]`), elsewhere one text with commas (`a,b`).
            - **Folders and files** start from the server's base folder (installed: `/var/lib/wvw-builder`) unless they start with `/`.
            - **Secrets** may stand in a file of their own, which not everybody may read: its name under the same key with `-file`
              (`database.password-file`, `GW2_DATABASE_PASSWORD_FILE`). Then neither `gw2.toml` nor the environment knows them.
            - **Tables with NAME** may be there any number of times, each under a name of your choice (lower-case letters, digits,
              dashes). They have to stand in the file; the environment can set what is in them (`NAME` in capitals, `-` as `_`).
            """;

    private Reference() {}

    static String of(List<SettingDescription> settings) {
        var tables = new TreeMap<String, StringBuilder>();
        for (var setting : settings) {
            var dot = setting.key().lastIndexOf('.');
            tables.computeIfAbsent(setting.key().substring(0, dot), Reference::head)
                    .append("| `" + setting.key().substring(dot + 1) + "`" + (setting.secret() ? " (secret)" : "")
                            + " | "
                            + fallback(setting) + " | " + cell(setting.meaning()) + " | `"
                            + Settings.variable(setting.key())
                            + "` |\n");
        }
        return HEAD + String.join("", tables.values());
    }

    private static StringBuilder head(String table) {
        return new StringBuilder(
                "\n## [" + table + "]\n\n| setting | default | meaning | environment |\n|---|---|---|---|\n");
    }

    private static String fallback(SettingDescription setting) {
        return setting.fallback().isEmpty() ? "" : "`" + cell(setting.fallback()) + "`";
    }

    /** A stroke would end the cell, and what stands in angle brackets would be taken for a tag. */
    private static String cell(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;");
    }
}
