package org.wvwbuilder.kernel;

import java.util.Set;

/**
 * The plugins that come with the server. Where the folder of one is missing, the distribution is incomplete, and what that
 * plugin keeps is not left over: so they stand here by name.
 */
public final class OurPlugins {
    private static final Set<String> IDS = Set.of(
            "auth",
            "backup",
            "builds",
            "console",
            "dashboard",
            "health",
            "loadtest",
            "log-monitor",
            "squads",
            "webhooks");

    private OurPlugins() {}

    public static Set<String> ids() {
        return IDS;
    }
}
