import com.example.discordannouncer.DiscordAnnouncer;
import org.wvwbuilder.plugin.PluginModule;

/** Tells a channel of Discord about new public builds and compositions. */
@PluginModule(id = "discord-announcer", title = "Discord announcer", config = DiscordAnnouncer.Config.class, database = false)
module com.example.discordannouncer {
    requires java.net.http;
    requires org.wvwbuilder.plugin.api;

    provides org.wvwbuilder.plugin.Plugin with
            DiscordAnnouncer;
}
