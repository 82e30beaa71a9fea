package org.wvwbuilder.plugin;

import org.apiguardian.api.API;

/**
 * The one service that a plugin's module provides.
 *
 * {@snippet lang=java :
 * package com.example.killfeed;
 *
 * public final class KillFeed implements Plugin {
 *     public record Config(@Setting(value = "How many kills are kept.", fallback = "500") int keep) {}
 *
 *     @Override
 *     public OpenPlugin open(PluginContext context) {
 *         var kills = new ArrayDeque<String>(context.config(Config.class).keep());
 *         return OpenPlugin.of(new Contribution.Gauge("kept", "kills", "Kills that are kept", kills::size));
 *     }
 * }
 * }
 */
@API(status = API.Status.STABLE, since = "1.0")
@FunctionalInterface
public interface Plugin {

    /**
     * Builds the plugin. Called once, after its configuration was bound and its database migrated. Nothing that the
     * plugin returns can be reached from outside until every plugin has opened. Has two minutes
     * ({@code plugins.deadline}).
     *
     * @throws Exception to refuse service: the plugin is FAILED with this message, and the others go on
     */
    OpenPlugin open(PluginContext context) throws Exception;
}
