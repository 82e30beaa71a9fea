package org.wvwbuilder.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.wvwbuilder.boot.World;
import org.wvwbuilder.cli.Cli;
import org.wvwbuilder.cli.Launch;
import org.wvwbuilder.cli.Terminal;
import org.wvwbuilder.kernel.Surroundings;
import org.wvwbuilder.plugin.Event;
import org.wvwbuilder.plugin.Jobs;
import org.wvwbuilder.plugin.PluginModule;

/**
 * A server in the process of a test. The test kit for plugins reaches it from outside the layers by reflection, so
 * whatever goes in and out is of a type of the JDK.
 */
public final class Bench implements AutoCloseable {
    /** One log for all servers of the process. */
    private static final LastLines LOG = new LastLines();

    private final World world;
    private final Map<String, String> settings;
    private final Assembly assembly;
    private final Closing closing;
    private final URI address;

    private Bench(World world, Map<String, String> settings, Assembly assembly, Closing closing, URI address) {
        this.world = world;
        this.settings = settings;
        this.assembly = assembly;
        this.closing = closing;
        this.address = address;
    }

    /**
     * Starts serving on a free port.
     *
     * @param home holds {@code plugins/} and {@code etc/gw2.toml}
     * @param base the folder that relative paths start from
     * @param settings by their whole key
     * @param listener is told every event as it is published
     */
    public static Bench open(
            ModuleLayer ground,
            Path home,
            Path base,
            Map<String, String> settings,
            InstantSource clock,
            Consumer<Object> listener)
            throws Exception {
        Logging.quiet(LOG);
        var world = new World(ground, home, base);
        var configuration = Configuration.read(world, new Launch(Optional.empty(), settings));
        var closing = new Closing();
        try {
            var here = Rehearsed.surroundings(world, configuration, true);
            var steered = new Surroundings(
                    here.ground(),
                    here.bundled(),
                    here.thirdParties(),
                    here.data(),
                    here.logs(),
                    clock,
                    here.version(),
                    here.serving(),
                    here.address());
            var assembly = Assembly.of(steered, configuration, closing);
            assembly.kernel().listen(listener);
            var address = assembly.http().start();
            closing.add("the web server", () -> assembly.http().stop(Duration.ZERO));
            return new Bench(world, settings, assembly, closing, address);
        } catch (Exception | Error failed) {
            closing.close();
            throw failed;
        }
    }

    public URI address() {
        return address;
    }

    /** Takes what plugins told the operator since the last call. */
    public List<String> announcements() {
        return assembly.kernel().announcements();
    }

    /** The state of each plugin by its id, with the reason and the remedy where it does not run. */
    public Map<String, List<String>> plugins() {
        return assembly.kernel().platform().plugins().stream()
                .collect(Collectors.toMap(
                        plugin -> plugin.id(), plugin -> List.of(plugin.state(), plugin.reason(), plugin.remedy())));
    }

    /** The names of the threads that a plugin started and that live, also after it was closed. */
    public List<String> threads(String plugin) {
        return assembly.kernel()
                .platform()
                .activity(plugin)
                .map(activity -> activity.threads())
                .orElse(List.of());
    }

    /** The last warnings and errors of the log that came at this time of the machine's clock or later. */
    public List<String> log(Instant since) {
        return LOG.since(since);
    }

    /** The addresses of the modules that a plugin's panels begin with. */
    public List<String> panels(String plugin) {
        return assembly.kernel().platform().panels().stream()
                .filter(panel -> panel.plugin().equals(plugin))
                .map(panel -> panel.script())
                .toList();
    }

    /** How each health check of a plugin stands now, by its name: status, why, milliseconds. */
    public Map<String, List<String>> checks(String plugin) {
        assembly.kernel().examine();
        return assembly.kernel().platform().health().checks().stream()
                .filter(check -> check.plugin().equals(plugin))
                .collect(Collectors.toMap(
                        check -> check.name(), check -> List.of(check.status(), check.why(), "" + check.millis())));
    }

    /** The name of a plugin's table in {@code gw2.toml}. */
    public String table(String plugin) {
        return assembly.kernel()
                .plugin(plugin)
                .map(handle -> handle.module().getAnnotation(PluginModule.class).table())
                .filter(named -> !named.isEmpty())
                .orElse(plugin);
    }

    /** Starts a job by hand. @return false when there is none of this name, or it runs already */
    public boolean run(String plugin, String job) {
        return jobs().run(plugin, job);
    }

    /** The newest run of a job: its id, outcome and detail; empty when it never ran. */
    public List<String> lastRun(String plugin, String job) {
        return jobs().runs(plugin, job, 1).stream()
                .findFirst()
                .map(run -> List.of(run.id(), run.outcome(), run.detail()))
                .orElse(List.of());
    }

    /**
     * Runs a command beside this server, as {@code gw2} does in a process of its own; but by the machine's clock.
     *
     * @param words what is typed behind {@code gw2}
     * @param input what is read as its standard input
     * @return the exit code, what was printed, and what was printed as errors
     */
    public List<String> command(List<String> words, String input) {
        var typed = new ArrayList<String>();
        settings.forEach((key, value) -> typed.addAll(List.of("--set", key + "=" + value)));
        typed.addAll(words);
        var printed = new ByteArrayOutputStream();
        var errors = new ByteArrayOutputStream();
        try (var out = new PrintStream(printed, true, UTF_8);
                var err = new PrintStream(errors, true, UTF_8)) {
            var terminal = new Terminal(new ByteArrayInputStream(input.getBytes(UTF_8)), out, err, false);
            int exit = new Cli(new Stage(world), terminal).run(typed.toArray(String[]::new));
            return List.of("" + exit, printed.toString(UTF_8), errors.toString(UTF_8));
        }
    }

    /** @param event a record of the plugin API in these layers, or of a plugin in them */
    public void publish(Object event) {
        assembly.kernel().publish((Event) event);
    }

    /** The module of a plugin, all packages of it open to somebody. */
    public Optional<Module> open(String plugin, Module to) {
        var found = assembly.kernel().plugin(plugin);
        found.ifPresent(handle -> handle.module().getPackages().forEach(name -> handle.open(name, to)));
        return found.map(handle -> handle.module());
    }

    private Jobs jobs() {
        return assembly.kernel().offeredBy(Jobs.class).getFirst().implementation();
    }

    @Override
    public void close() {
        closing.close();
    }
}
