package org.wvwbuilder.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Plugins of others: signing them, and the answer of {@code GET /api/v1/plugins}. */
final class Plugins {

    private Plugins() {}

    /** Signs a plugin's folder as its author does, and trusts the author as an operator does. */
    static void sign(Gw2 gw2, Path plugin, Path key) throws IOException, InterruptedException {
        command(gw2, "plugins", "keys", "new", key.toString());
        command(gw2, "plugins", "sign", plugin.toString(), "--key", key.toString());
        command(gw2, "plugins", "trust", key + ".pub");
    }

    /** Runs a command that must succeed. */
    static void command(Gw2 gw2, String... words) throws IOException, InterruptedException {
        var ended = gw2.command(words);
        assertThat(ended.exit()).as(ended.output()).isZero();
    }

    /** What is told about one. */
    record Plugin(String id, String state, String reason, String remedy) {}

    static Map<String, Plugin> read(String json) throws IOException {
        var plugins = new TreeMap<String, Plugin>();
        for (var item : new ObjectMapper().readTree(json).get("items")) {
            var plugin = new Plugin(
                    item.get("id").asText(),
                    item.get("state").asText(),
                    item.get("reason").asText(),
                    item.get("remedy").asText());
            plugins.put(plugin.id(), plugin);
        }
        return plugins;
    }
}
