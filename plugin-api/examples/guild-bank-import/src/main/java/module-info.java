import com.example.guildbank.GuildBankImport;
import org.wvwbuilder.plugin.PluginModule;

/** Takes over what lies in the guild's bank from a file, and tells it to the members. */
@PluginModule(id = "guild-bank-import", title = "Guild bank import", commands = "guild-bank")
module com.example.guildbank {
    requires org.wvwbuilder.plugin.api;

    provides org.wvwbuilder.plugin.Plugin with
            GuildBankImport;
}
