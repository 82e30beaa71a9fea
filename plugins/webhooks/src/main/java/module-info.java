import org.wvwbuilder.plugin.Plugin;
import org.wvwbuilder.plugin.PluginModule;
import org.wvwbuilder.webhooks.WebhooksPlugin;
import org.wvwbuilder.webhooks.WebhooksSettings;

/**
 * Sends events to other programs and to Discord: queued in the database, signed, tried again, and never to an address that
 * only this machine or its network can reach. The one library writes JSON.
 */
@PluginModule(id = "webhooks", title = "Webhooks", config = WebhooksSettings.class)
module org.wvwbuilder.webhooks {
    requires com.fasterxml.jackson.jr.ob;
    requires org.wvwbuilder.plugin.api;

    provides Plugin with
            WebhooksPlugin;
}
