package org.wvwbuilder.backup;

import org.wvwbuilder.plugin.OpenPlugin;
import org.wvwbuilder.plugin.Plugin;
import org.wvwbuilder.plugin.PluginContext;

/** Opens the plugin, which has nothing to contribute yet. */
public final class BackupPlugin implements Plugin {

    @Override
    public OpenPlugin open(PluginContext context) {
        return OpenPlugin.of();
    }
}
