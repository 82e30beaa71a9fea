package org.wvwbuilder.plugin;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * What the server tells about itself. Offered by the server: {@code context.find(Platform.class)}.
 *
 * {@snippet lang=java :
 * var platform = context.find(Platform.class).orElseThrow();
 * if (!platform.health().status().equals("ok")) {
 *     platform.health().checks().stream()
 *             .filter(check -> !check.why().isEmpty())
 *             .forEach(check -> context.log().log(System.Logger.Level.WARNING, check.why()));
 * }
 * }
 */
@API(status = API.Status.STABLE, since = "1.0")
public interface Platform {

    /** The server's version: {@code 1.4.0}. */
    String version();

    /** When it started. */
    Instant startedAt();

    /**
     * In the process of a command: where a server with this configuration is, or would be, reached. Empty when that is
     * not known, and in the server itself.
     */
    default Optional<URI> address() {
        return Optional.empty();
    }

    /** Where the server writes {@code gw2.log} and {@code access.log}, rotated ones beside them: {@code logs.directory}. */
    Path logs();

    /** Every plugin found, refused ones included, in the order of their ids. */
    List<PluginStatus> plugins();

    /** What a plugin does and did since the start; empty for one that cannot be called, and in the process of a command. */
    default Optional<PluginActivity> activity(String plugin) {
        return Optional.empty();
    }

    /** How a plugin stands with the operator; empty when there is none of this id. */
    default Optional<PluginStanding> standing(String plugin) {
        return Optional.empty();
    }

    /**
     * Has the server use a plugin or not, from its next start on, as {@code gw2 plugins enable} and {@code disable} do. For
     * administrators: whoever calls this on somebody's behalf asks for their role first.
     *
     * @return whether that changed anything
     * @throws Problem 404 when there is none of this id, 409 when the settings have it otherwise
     */
    default boolean startWith(String plugin, boolean wanted) {
        throw Problem.notFound("The plugin");
    }

    /** Those of the plugins that the configuration requires which do not run: the server is not ready then. */
    List<PluginStatus> missing();

    /** The panels of the running plugins, in their order. */
    List<PanelStatus> panels();

    /** The state of the last round of health checks; never older than ten seconds. */
    HealthReport health();

    /** Every setting of the server and of the plugins that were found, in the order of their keys. */
    List<SettingStatus> settings();

    /**
     * A plugin and how far it came.
     *
     * @param version of its module, or empty
     * @param state FOUND, RESOLVED, CONFIGURED, MIGRATED, OPEN, RUNNING, CLOSED, DISABLED, REJECTED or FAILED, and MISSING
     *     for one that is required and not there. A word of the REST contract: later versions may know more
     * @param bundled whether it came with the server
     * @param reason why it does not run, or empty
     * @param remedy what to do about it, or empty
     * @param contributions how many of each kind: {@code resource: 3}
     */
    record PluginStatus(
            String id,
            String title,
            String version,
            String state,
            boolean bundled,
            String reason,
            String remedy,
            Map<String, Integer> contributions) {}

    /**
     * What a plugin does and did since the start. Java keeps one heap for all, so its memory is not told.
     *
     * @param requests that it answered, or that were answered in its stead
     * @param errors those of them that ended with 500 or above
     * @param slow calls into it, by requests and events, that took longer than {@code plugins.slow}
     * @param interrupted calls that took longer than {@code plugins.call-deadline}, and jobs than {@code plugins.job-deadline}
     * @param underWay calls into it at this moment, open streams among them
     * @param stuck those of them that were interrupted and go on all the same
     * @param threads names of threads that it started and that live; virtual ones are not known
     */
    record PluginActivity(
            long requests, long errors, long slow, long interrupted, int underWay, int stuck, List<String> threads) {}

    /**
     * How a plugin stands with the operator.
     *
     * @param signedBy what the owner of the key is called here that signed it; empty when nobody did, as for bundled ones
     * @param startsNext whether the next start of the server uses it
     * @param required whether the server does not start without it
     */
    record PluginStanding(String signedBy, boolean startsNext, boolean required) {}

    /**
     * A panel of a running plugin.
     *
     * @param plugin the id of the plugin that brings it
     * @param script the address of its ES module
     */
    record PanelStatus(String plugin, String script, Contribution.Panel panel) {}

    /**
     * A setting and where its value comes from.
     *
     * @param key as in {@code gw2.toml}, with its table: {@code http.port}
     * @param value the one in force; {@code ***} for a secret that is set, empty when nothing is
     * @param source a file, a variable of the environment, the command line, or {@code default}
     * @param fallback the default, empty for none
     * @param meaning one line, from {@link Setting#value}
     */
    record SettingStatus(String key, String value, String source, String fallback, String meaning) {}

    /**
     * How the server is.
     *
     * @param status ok, degraded or down: the worst of the checks
     * @param at when the checks ran
     */
    record HealthReport(String status, Instant at, List<CheckStatus> checks) {}

    /**
     * How a check ended.
     *
     * @param plugin the id of the plugin that contributes it, or {@code server}
     * @param status ok, degraded or down
     * @param why what is wrong and what to do; empty when ok
     * @param millis how long it took
     */
    record CheckStatus(String plugin, String name, String status, String why, long millis) {}
}
