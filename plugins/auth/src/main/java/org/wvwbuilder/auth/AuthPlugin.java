package org.wvwbuilder.auth;

import java.util.List;
import org.wvwbuilder.auth.password.HashingPool;
import org.wvwbuilder.auth.secret.MasterKeyFile;
import org.wvwbuilder.auth.setup.Vault;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.plugin.DatabaseCopies;
import org.wvwbuilder.plugin.OpenPlugin;
import org.wvwbuilder.plugin.Plugin;
import org.wvwbuilder.plugin.PluginContext;

/** Opens the plugin. */
public final class AuthPlugin implements Plugin {

    @Override
    public OpenPlugin open(PluginContext context) throws Exception {
        var settings = context.config(AuthSettings.class);
        var file = settings.masterKeyFile().orElse(context.directory().resolve("master.key"));
        var master = new Vault(context.database(), new MasterKeyFile(file)).open();
        var closing = new Closing();
        var pool = new HashingPool();
        closing.add(pool);
        try {
            var parts = new Parts(context, settings, master, pool);
            closing.add(parts.openId);
            if (context.serving()) serve(parts);
            return new Opened(new Contents(parts).all(), closing);
        } catch (RuntimeException failed) {
            closing.close();
            throw failed;
        }
    }

    private record Opened(List<Contribution> contributions, Closing parts) implements OpenPlugin {
        @Override
        public void close() {
            parts.close();
        }
    }

    /** At every start, because a start may end before it came here; those made since the restore are not meant. */
    private static void endRestored(Parts parts) {
        parts.context
                .find(DatabaseCopies.class)
                .flatMap(DatabaseCopies::restoredAt)
                .ifPresent(parts.sessions::endRestored);
    }

    /** What belongs to the life of a server, not to that of a command. */
    private static void serve(Parts parts) {
        parts.keys.ensure();
        endRestored(parts);
        if (!parts.first.missing()) return;
        parts.context.announce("No administrator yet: make the first one on the web page within "
                + parts.settings.setupTokenLifetime().toMinutes() + " minutes, with the setup token "
                + parts.first.token());
    }
}
