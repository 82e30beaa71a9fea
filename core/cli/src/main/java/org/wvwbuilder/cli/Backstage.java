package org.wvwbuilder.cli;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.wvwbuilder.kernel.ConfigurationFault;
import org.wvwbuilder.kernel.PluginShelf;
import org.wvwbuilder.kernel.SettingDescription;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.plugin.DemoData;
import org.wvwbuilder.plugin.Importer;
import org.wvwbuilder.plugin.Jobs;
import org.wvwbuilder.plugin.Platform;

/**
 * What the commands need done. The server implements it, so that this module can be read and tested without one. Nothing
 * is prepared before it is asked for: a command pays only for what it uses.
 */
public interface Backstage {

    /** The server's version. */
    String version();

    /**
     * Serves until told to stop.
     *
     * @return the exit code
     */
    int serve(Launch launch) throws Exception;

    /** Every key of the server and of all plugins, sorted, secrets masked. No code of a plugin runs. */
    List<SettingDescription> configuration(Launch launch) throws ConfigurationFault;

    /** Every plugin found, as far as it can be judged without running its code: CONFIGURED, DISABLED or REJECTED. */
    List<Platform.PluginStatus> plugins(Launch launch) throws ConfigurationFault;

    /** Where third-party plugins stand, with all that were found. No code of a plugin runs. */
    PluginShelf shelf(Launch launch) throws ConfigurationFault;

    /** The commands that plugins name in their module declaration. No code of a plugin runs. */
    List<PluginCommand> commands(Launch launch) throws ConfigurationFault;

    /** Where a server with this configuration would be found. Opens nothing and asks nobody. */
    Whereabouts whereabouts(Launch launch) throws ConfigurationFault;

    /**
     * Opens the one plugin that contributes a command, does the work as a call into that plugin, and closes it again.
     *
     * @return empty when no plugin promises the command
     * @throws org.wvwbuilder.kernel.Fault when the plugin cannot be opened
     */
    <T> Optional<T> withCommand(Launch launch, String name, Work<Contribution.Command, T> work) throws Exception;

    /** Opens the record of jobs beside a running server; no plugin is opened. */
    <T> T withJobs(Launch launch, Work<Jobs, T> work) throws Exception;

    /**
     * Opens what plugins left that are gone; no plugin is opened.
     *
     * @param leaving a plugin that is there and about to be removed
     */
    <T> T withRemains(Launch launch, Optional<String> leaving, Work<Remains, T> work) throws Exception;

    /** Looks for everything that keeps a server from working, one part after the other; changes nothing. */
    void examine(Launch launch, Findings findings);

    /** Opens every plugin, without serving, and lends what they offer of {@link DemoData}. */
    <T> T withDemoData(Launch launch, Work<List<DemoOffer>, T> work) throws Exception;

    /**
     * Opens another program's database and every plugin, without serving, and lends both. The file is not changed.
     *
     * @throws org.wvwbuilder.plugin.Subcommand.CommandFailure when the file cannot be read, is no database or is damaged
     */
    <T> T withOriginal(Launch launch, Path file, Work<Takeover, T> work) throws Exception;

    /**
     * Another program's database, and who takes over what is in it.
     *
     * @param tables with their columns
     */
    record Takeover(Map<String, List<String>> tables, Rows rows, List<ImportOffer> importers) {}

    /** Reads the tables of another program's database. */
    interface Rows {
        long count(String table);

        /** Lends the values of each row by their columns; NULL is left out, and what is no text stays bytes. */
        void each(String table, Consumer<Map<String, Object>> reading);
    }

    /** What plugins left that are gone, in the database and beside it. */
    interface Remains {
        /** Of each that left something, sorted. */
        List<Remnant> all() throws Exception;

        /** @throws org.wvwbuilder.kernel.Fault when the plugin is not gone */
        Remnant of(String id) throws Exception;

        /** Keeps the database as it is. @return the file, which a restore takes */
        Path keep() throws Exception;

        /** Deletes all of it. What a kill in between leaves, the same call deletes. */
        void purge(String id) throws Exception;
    }

    /**
     * What is left of one plugin.
     *
     * @param tables and what else in the database is called like it
     * @param runs how many runs of its jobs are on record; empty when it had none
     * @param files files and folders
     */
    record Remnant(String id, List<LeftTable> tables, Optional<Long> runs, List<String> files) {
        boolean nothing() {
            return tables.isEmpty() && runs.isEmpty() && files.isEmpty();
        }

        /** {@code 3 tables with 120 rows}. */
        public String brief() {
            long rows = tables.stream().mapToLong(LeftTable::rows).sum();
            return counted(tables.size(), "table") + " with " + counted(rows, "row");
        }

        static String counted(long count, String what) {
            return count + " " + what + (count == 1 ? "" : "s");
        }
    }

    /** @param kind {@code table}, {@code view} */
    record LeftTable(String kind, String name, long rows) {}

    /** What a plugin takes over. */
    record ImportOffer(String plugin, Importer importer) {}

    /**
     * A command that a plugin promises.
     *
     * @param plugin the plugin's id
     * @param title the plugin's title
     */
    record PluginCommand(String name, String plugin, String title) {}

    /** What a plugin can be filled with. */
    record DemoOffer(String plugin, DemoData data) {}

    /**
     * @param address {@code http://127.0.0.1:8000}; empty when the port is picked at the start and no server told it
     * @param lock what the lock in the data folder says about a server
     * @param pid of that server; empty without one
     * @param since when the server on this data folder became ready; empty without one
     * @param database what to call the database: its file, or its address without a password
     * @param file the database's file, when it has one
     * @param bulletin where a server writes every twenty seconds how it is; beside it, it can be asked
     */
    record Whereabouts(
            Optional<URI> address,
            Lock lock,
            Optional<Long> pid,
            Optional<Instant> since,
            String database,
            Optional<Path> file,
            Path data,
            Path logs,
            Path bulletin) {}

    /** What the lock in a data folder says. */
    enum Lock {
        /** No server has the folder. */
        FREE,
        /** A server has it. */
        HELD,
        /** A server had it and did not take its leave. */
        LEFT,
        /** This user may not look. */
        HIDDEN
    }

    /** Something to do with what is lent for a while. */
    @FunctionalInterface
    interface Work<L, T> {
        T with(L lent) throws Exception;
    }
}
