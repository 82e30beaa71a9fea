package ${package};

import java.time.Duration;
import java.util.Set;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.plugin.Event.Visibility;
import org.wvwbuilder.plugin.OpenPlugin;
import org.wvwbuilder.plugin.Plugin;
import org.wvwbuilder.plugin.PluginContext;
import org.wvwbuilder.plugin.Roles;
import org.wvwbuilder.plugin.Schedule;
import org.wvwbuilder.plugin.Setting;
import org.wvwbuilder.plugin.Text;
import org.wvwbuilder.plugin.event.BuildSaved;

/** What the plugin adds to the server. */
public final class NotesPlugin implements Plugin {

    /** The table {@code [${artifactId}]} of {@code gw2.toml}. */
    public record Config(
            @Setting(value = "How long a note is kept", fallback = "30d") Duration keep) {
        public Config {
            if (keep.compareTo(Duration.ofDays(1)) < 0) throw new IllegalArgumentException("keep must be 1d or more");
        }
    }

    @Override
    public OpenPlugin open(PluginContext context) {
        var keep = context.config(Config.class).keep();
        var notes = new Notes(context.database(), context.clock());
        return OpenPlugin.of(
                new Contribution.Resource(new NotesResource(notes)),
                new Contribution.Job(
                        "forget",
                        new Text("Forget old notes", "Oublier les anciennes notes"),
                        Schedule.cron("0 4 * * *"),
                        () -> notes.forget(keep) + " notes forgotten"),
                new Contribution.Subscription<>(BuildSaved.class, event -> {
                    if (event.created() && event.visibility() == Visibility.PUBLIC) notes.add("New build: " + event.name());
                }),
                NotesCommand.of(notes),
                new Contribution.Panel(
                        "${artifactId}",
                        new Text("Notes", "Notes"),
                        Contribution.Panel.Slot.PAGE,
                        "${artifactId}.js",
                        "book",
                        Set.of(Roles.MEMBER),
                        60));
    }
}
