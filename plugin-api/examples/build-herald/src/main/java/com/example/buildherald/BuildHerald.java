package com.example.buildherald;

import java.util.Set;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.plugin.Event.Visibility;
import org.wvwbuilder.plugin.OpenPlugin;
import org.wvwbuilder.plugin.Plugin;
import org.wvwbuilder.plugin.PluginContext;
import org.wvwbuilder.plugin.Setting;
import org.wvwbuilder.plugin.Text;
import org.wvwbuilder.plugin.event.BuildSaved;

/** Listens to saved builds, keeps the public ones in a table, and tells them at {@code /api/v1/build-herald} and on a page. */
public final class BuildHerald implements Plugin {

    /** The table {@code [build-herald]} of {@code gw2.toml}. */
    public record Config(
            @Setting(value = "How many notices to keep", fallback = "20") int keep) {
        public Config {
            if (keep < 1 || keep > 100) throw new IllegalArgumentException("keep must be between 1 and 100");
        }
    }

    @Override
    public OpenPlugin open(PluginContext context) {
        var notices = new Notices(context.database(), context.config(Config.class).keep());
        return OpenPlugin.of(
                new Contribution.Subscription<>(BuildSaved.class, event -> {
                    if (event.visibility() == Visibility.PUBLIC) notices.add(event);
                }),
                new Contribution.Resource(new HeraldResource(notices)),
                new Contribution.Panel(
                        "build-herald",
                        new Text("Notice board", "Panneau d’affichage"),
                        Contribution.Panel.Slot.PAGE,
                        "build-herald.js",
                        "book",
                        Set.of(),
                        60));
    }
}
