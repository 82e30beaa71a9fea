package org.wvwbuilder.cli;

import java.util.List;
import java.util.TreeMap;
import org.wvwbuilder.kernel.SettingDescription;

/** Writes the {@code gw2.toml} that an operator starts from: every setting explained, none of them set. */
final class Template {
    private static final String HEAD = """
            # The settings of WvW Builder. Each line that starts with '#' shows a default: remove the '#' to change it.
            # The environment (GW2_HTTP_PORT for http.port) and 'gw2 run --set http.port=9000' go before this file.
            # 'gw2 config' shows what is in force, and where it was set.
            """;

    private Template() {}

    static String of(List<SettingDescription> settings) {
        var text = new StringBuilder(HEAD);
        var tables = new TreeMap<String, StringBuilder>();
        for (var setting : settings) {
            var dot = setting.key().lastIndexOf('.');
            tables.computeIfAbsent(setting.key().substring(0, dot), Template::head)
                    .append("# " + setting.meaning() + ".\n")
                    .append("# " + setting.key().substring(dot + 1) + " = " + value(setting.fallback()) + "\n");
        }
        tables.values().forEach(text::append);
        return text.toString();
    }

    /** A table with a name of the operator's choice stays away until it has one. */
    private static StringBuilder head(String table) {
        return new StringBuilder("\n" + (table.endsWith(".NAME") ? "# " : "") + '[' + table + "]\n");
    }

    private static String value(String fallback) {
        if (fallback.matches("true|false|-?\\d+(\\.\\d+)?")) return fallback;
        return '"' + fallback.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
