package org.wvwbuilder.dashboard;

import org.wvwbuilder.plugin.ActivitySource;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.plugin.OpenPlugin;
import org.wvwbuilder.plugin.Plugin;
import org.wvwbuilder.plugin.PluginContext;

/** Contributes the one resource of the dashboard. */
public final class DashboardPlugin implements Plugin {

    @Override
    public OpenPlugin open(PluginContext context) {
        var resource = new DashboardResource(() -> context.findAll(ActivitySource.class), context.clock());
        return OpenPlugin.of(new Contribution.Resource(resource));
    }
}
