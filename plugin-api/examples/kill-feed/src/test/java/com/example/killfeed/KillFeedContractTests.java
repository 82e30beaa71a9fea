package com.example.killfeed;

import java.util.Map;
import org.wvwbuilder.plugin.testkit.PluginContract;

class KillFeedContractTests implements PluginContract {
    @Override
    public Map<String, String> needed() {
        return Map.of("kill-feed.source", "http://127.0.0.1:9/");
    }
}
