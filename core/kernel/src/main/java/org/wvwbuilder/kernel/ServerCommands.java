package org.wvwbuilder.kernel;

import java.util.Set;

/** The commands of the server's own. They stand here since {@code gw2} looks for them first: a plugin's would never be reached. */
public final class ServerCommands {
    private static final Set<String> NAMES = Set.of(
            "run",
            "status",
            "doctor",
            "jobs",
            "config",
            "plugins",
            "demo",
            "import",
            "train",
            "train-commands",
            "train-glance",
            "handbook");

    private ServerCommands() {}

    /** As they are typed after {@code gw2}. */
    public static Set<String> names() {
        return NAMES;
    }

    /** Whether a plugin cannot have a command of this name: the server's, and {@code help}, which tells about all of them. */
    static boolean taken(String name) {
        return name.equals("help") || NAMES.contains(name);
    }
}
