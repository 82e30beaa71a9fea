package com.example.killfeed;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.plugin.OpenPlugin;
import org.wvwbuilder.plugin.Plugin;
import org.wvwbuilder.plugin.PluginContext;
import org.wvwbuilder.plugin.Roles;
import org.wvwbuilder.plugin.Schedule;
import org.wvwbuilder.plugin.Setting;
import org.wvwbuilder.plugin.Text;

/** A job reads the match, a table keeps it, {@code /api/v1/kill-feed} tells it, and a page draws it. */
public final class KillFeed implements Plugin {

    /** The table {@code [kill-feed]} of {@code gw2.toml}. */
    public record Config(
            @Setting("The match: https://api.guildwars2.com/v2/wvw/matches/2-1, say") URI source,
            @Setting(value = "How often it is read", fallback = "15m") Duration every,
            @Setting(value = "How long a reading is kept", fallback = "30d") Duration keep) {
        public Config {
            if (source.getHost() == null || !List.of("http", "https").contains(source.getScheme())) {
                throw new IllegalArgumentException("source must be an address that begins with https://");
            }
            if (every.compareTo(Duration.ofMinutes(1)) < 0) throw new IllegalArgumentException("every must be 1m or more");
            if (keep.compareTo(every) < 0) throw new IllegalArgumentException("keep must not be shorter than every");
        }
    }

    @Override
    public OpenPlugin open(PluginContext context) {
        var config = context.config(Config.class);
        var source = new Source(config.source());
        var readings = new Readings(context.database(), context.clock());
        List<Contribution> all = List.of(
                new Contribution.Job(
                        "read",
                        new Text("Reads the kills of the match", "Relève les éliminations du match"),
                        Schedule.every(config.every()),
                        () -> {
                            var score = source.read();
                            readings.add(score, config.keep());
                            return "match " + score.match() + ", " + score.kills().sum() + " kills so far";
                        }),
                new Contribution.Resource(new KillFeedResource(readings)),
                new Contribution.Panel(
                        "kill-feed",
                        new Text("Kill feed", "Éliminations"),
                        Contribution.Panel.Slot.PAGE,
                        "kill-feed.js",
                        "sword",
                        Set.of(Roles.MEMBER),
                        60));
        return new OpenPlugin() {
            @Override
            public List<Contribution> contributions() {
                return all;
            }

            @Override
            public void close() {
                source.close();
            }
        };
    }
}
