package org.wvwbuilder.cli;

import java.util.List;
import java.util.Optional;
import org.wvwbuilder.plugin.Platform.PluginStatus;

/**
 * All that can be seen of a server from outside.
 *
 * @param status ok, degraded, down, silent (a process that does not answer), dead (it left its lock behind), foreign
 *     (something else answers there), not running or unknown
 * @param ready whether it takes requests
 * @param databaseBytes with what SQLite keeps beside its file; empty when it cannot be seen
 * @param told what the server itself wrote down, at most a minute ago while it runs
 * @param lastErrors the newest first; empty when the log cannot be read
 * @param pluginsNotRunning the refused ones
 */
record Status(
        Optional<String> address,
        String status,
        boolean ready,
        Optional<String> version,
        String java,
        Optional<Unit> service,
        Optional<Long> pid,
        Optional<Long> uptimeSeconds,
        Optional<Machine.Usage> process,
        Machine.Room machine,
        String database,
        Optional<Long> databaseBytes,
        Optional<Bulletin> told,
        Optional<List<LastErrors.Line>> lastErrors,
        List<PluginStatus> pluginsNotRunning) {

    /** As the Linux Standard Base has it for service scripts. */
    int exit() {
        return switch (status) {
            case "ok", "degraded" -> ready ? Exit.OK : Exit.UNKNOWN;
            case "dead" -> Exit.DEAD;
            case "not running", "foreign" -> Exit.NOT_RUNNING;
            default -> Exit.UNKNOWN;
        };
    }

    /** A running server with something amiss, which its exit code does not say. */
    boolean degraded() {
        return status.equals("degraded") || !pluginsNotRunning.isEmpty();
    }
}
