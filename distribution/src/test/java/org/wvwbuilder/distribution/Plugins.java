package org.wvwbuilder.distribution;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** The answer of {@code GET /api/v1/plugins}. */
final class Plugins {

    private Plugins() {}

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
