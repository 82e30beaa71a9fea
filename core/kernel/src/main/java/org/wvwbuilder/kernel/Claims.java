package org.wvwbuilder.kernel;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What no two plugins can have, nor a plugin and the server, as far as their module declarations say it. Whoever comes first
 * keeps it, and those of the distribution come first: a plugin of somebody else never takes the place of one of ours,
 * whatever it is called. The others come in the order in which they came here ({@link Arrivals}).
 */
final class Claims {
    private final Map<String, Holder> ids = new HashMap<>();
    private final Map<String, Holder> commands = new HashMap<>();
    private final Map<String, Holder> tables = new HashMap<>();

    private record Holder(String id, Path folder, boolean bundled) {}

    /** @throws Fault when somebody has it already; nothing is taken then */
    void take(Descriptor descriptor, Candidate candidate) throws Fault {
        var holder = new Holder(descriptor.id(), candidate.folder(), candidate.bundled());
        requireId(holder);
        requireTables(holder, descriptor.table());
        for (var command : descriptor.commands()) requireCommand(command);
        ids.put(holder.id(), holder);
        tables.put(descriptor.table(), holder);
        for (var command : descriptor.commands()) commands.put(command, holder);
    }

    private void requireId(Holder holder) throws Fault {
        var other = ids.get(holder.id());
        if (other == null) return;
        throw new Fault(
                "another plugin has the id '" + holder.id() + "' already, in " + other.folder() + "; this one lies in "
                        + holder.folder(),
                other.bundled()
                        ? "That one came with the server: ask the author of this one for another id."
                        : "Remove one of the two folders.");
    }

    private void requireTables(Holder holder, String table) throws Fault {
        var other = tables.get(table);
        if (other != null) {
            throw new Fault(
                    "it wants the table [" + table + "] of the settings, which the plugin '" + other.id()
                            + "' has already",
                    "Its author must choose another table in module-info.java.");
        }
        // "log" could change the tables of "log-monitor", since all of them begin with "log_".
        for (var one : ids.values()) {
            if (!one.bundled() || !one.id().startsWith(holder.id() + "-")) continue;
            throw new Fault(
                    "its tables in the database would be those of the plugin '" + one.id() + "', too",
                    "Its author must give it another id.");
        }
    }

    private void requireCommand(String command) throws Fault {
        var other = commands.get(command);
        if (other == null && !ServerCommands.taken(command)) return;
        throw new Fault(
                "it brings the command '" + command + "', which "
                        + (other == null ? "the server" : "the plugin '" + other.id() + "'") + " has already",
                "Its author must give the command another name.");
    }
}
