import com.example.killfeed.KillFeed;
import org.wvwbuilder.plugin.PluginModule;

/** Reads the kills of a match again and again, keeps them, and draws them. */
@PluginModule(id = "kill-feed", title = "Kill feed", config = KillFeed.Config.class)
module com.example.killfeed {
    requires com.fasterxml.jackson.databind;
    requires java.net.http;
    requires org.wvwbuilder.plugin.api;

    provides org.wvwbuilder.plugin.Plugin with
            KillFeed;
}
