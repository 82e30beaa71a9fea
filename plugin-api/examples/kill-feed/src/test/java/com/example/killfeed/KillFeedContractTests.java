package com.example.killfeed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.wvwbuilder.plugin.testkit.PluginContract;
import org.wvwbuilder.plugin.testkit.TestServer;

class KillFeedContractTests implements PluginContract {
    @Override
    public Map<String, String> needed() {
        return Map.of("kill-feed.source", "http://127.0.0.1:9/");
    }

    /** Readings outlive an upgrade, and are told newest first. */
    @Override
    public void afterUpgrade(TestServer server) {
        var readings = server.user().get("kill-feed").require(200).json().path("items");
        assertEquals(2, readings.size());
        assertEquals(120, readings.at("/1/total/red").asLong());
    }
}
