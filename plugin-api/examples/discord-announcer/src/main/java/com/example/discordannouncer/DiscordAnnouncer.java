package com.example.discordannouncer;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.plugin.Event.Visibility;
import org.wvwbuilder.plugin.OpenPlugin;
import org.wvwbuilder.plugin.Plugin;
import org.wvwbuilder.plugin.PluginContext;
import org.wvwbuilder.plugin.Setting;
import org.wvwbuilder.plugin.Text;
import org.wvwbuilder.plugin.event.BuildSaved;
import org.wvwbuilder.plugin.event.CompositionSaved;

/** Posts one line for each new public build and composition. */
public final class DiscordAnnouncer implements Plugin {

    /** The languages that it speaks. */
    public enum Language {
        EN,
        FR
    }

    /** The table {@code [discord-announcer]} of {@code gw2.toml}. Who knows the address may post, so it is a secret. */
    public record Config(
            @Setting(value = "Address of the channel's webhook", secret = true) URI webhook,
            @Setting(value = "Language of the announcements: en or fr", fallback = "en") Language language,
            @Setting(value = "How long Discord may take to answer", fallback = "5s") Duration patience) {
        public Config {
            // The sentences are shown and logged: none repeats the address.
            boolean local = "http".equals(webhook.getScheme()) && "127.0.0.1".equals(webhook.getHost());
            if (!local && !("https".equals(webhook.getScheme()) && webhook.getHost() != null)) {
                throw new IllegalArgumentException("webhook must be an https address; copy it from the channel's settings");
            }
            if (patience.toMillis() < 100 || patience.toSeconds() > 30) {
                throw new IllegalArgumentException("patience must be between 100ms and 30s");
            }
        }
    }

    @Override
    public OpenPlugin open(PluginContext context) {
        var config = context.config(Config.class);
        var channel = new Channel(config.webhook(), config.patience(), context.log());
        List<Contribution> all = List.of(
                new Contribution.Subscription<>(BuildSaved.class, event -> {
                    if (!event.created() || event.visibility() != Visibility.PUBLIC) return;
                    channel.post(say(
                            config.language(),
                            new Text("New build: ", "Nouveau build : "),
                            event.name() + " (" + event.profession() + ") " + event.chatLink()));
                }),
                new Contribution.Subscription<>(CompositionSaved.class, event -> {
                    if (!event.created() || event.visibility() != Visibility.PUBLIC) return;
                    channel.post(say(
                            config.language(), new Text("New composition: ", "Nouvelle composition : "), event.name()));
                }),
                new Contribution.Check("webhook", channel::health));
        return new OpenPlugin() {
            @Override
            public List<Contribution> contributions() {
                return all;
            }

            @Override
            public void close() {
                channel.close();
            }
        };
    }

    private static String say(Language language, Text beginning, String rest) {
        return (language == Language.FR ? beginning.fr() : beginning.en()) + rest;
    }
}
