package com.example.discordannouncer;

import java.util.Map;
import org.wvwbuilder.plugin.testkit.PluginContract;

class DiscordContractTests implements PluginContract {
    @Override
    public Map<String, String> needed() {
        return Map.of("discord-announcer.webhook", "http://127.0.0.1:9/");
    }
}
