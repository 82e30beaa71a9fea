package org.wvwbuilder.plugin;

import org.apiguardian.api.API;

/** The one service that a plugin's module provides. */
@API(status = API.Status.STABLE, since = "1.0")
@FunctionalInterface
public interface Plugin {

    /**
     * Builds the plugin. Called once, after its configuration was bound and its database migrated. Nothing that the
     * plugin returns can be reached from outside until every plugin has opened.
     *
     * @throws Exception to refuse service: the plugin is FAILED with this message, and the others go on
     */
    OpenPlugin open(PluginContext context) throws Exception;
}
