package org.wvwbuilder.plugin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;

/**
 * Names a plugin. Placed on its module declaration, so that the server can list, refuse, configure and migrate a plugin
 * without running any of its code.
 *
 * {@snippet lang=java :
 * @PluginModule(id = "kill-feed", title = "Kill feed", config = com.example.killfeed.KillFeed.Config.class)
 * module com.example.killfeed {
 *     requires org.wvwbuilder.plugin.api;
 *
 *     provides org.wvwbuilder.plugin.Plugin with
 *             com.example.killfeed.KillFeed;
 * }
 * }
 */
@API(status = API.Status.STABLE, since = "1.0")
@Target(ElementType.MODULE)
@Retention(RetentionPolicy.RUNTIME)
public @interface PluginModule {

    /**
     * Lower-case words joined by dashes, at most 40 characters: the plugin's folder, its table in {@code gw2.toml}, the
     * prefix of its database tables (dashes become underscores) and of its web files.
     */
    String id();

    /** The name that people read. */
    String title();

    /** The record that the plugin's table in {@code gw2.toml} is bound to; see {@link Setting}. */
    Class<? extends Record> config() default NoConfig.class;

    /** The name of its table in {@code gw2.toml}, where that says better what is set there than the id does. */
    String table() default "";

    /** The names of the {@link Contribution.Command}s that it contributes, so that {@code gw2} opens only this one. */
    String[] commands() default {};

    /**
     * False for a plugin that keeps nothing in the database: its commands run without opening one, so also while it is
     * out of reach. Asking for the database fails then.
     */
    boolean database() default true;

    /** For a plugin without settings. */
    record NoConfig() {}
}
