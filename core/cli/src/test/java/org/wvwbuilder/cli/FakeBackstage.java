package org.wvwbuilder.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wvwbuilder.kernel.ConfigurationFault;
import org.wvwbuilder.kernel.PluginShelf;
import org.wvwbuilder.kernel.SettingDescription;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.plugin.DemoData;
import org.wvwbuilder.plugin.Jobs;
import org.wvwbuilder.plugin.Platform.PluginStatus;
import org.wvwbuilder.plugin.Subcommand;
import org.wvwbuilder.plugin.Subcommand.Answer;
import org.wvwbuilder.plugin.Subcommand.CommandFailure;

/** A backstage without a server, that remembers what it was asked for. */
final class FakeBackstage implements Backstage {
    final List<String> asked = new ArrayList<>();
    final List<PluginStatus> plugins = new ArrayList<>();
    final List<DemoOffer> offers = new ArrayList<>();
    Optional<URI> address = Optional.of(URI.create("http://127.0.0.1:9"));
    Optional<Instant> since = Optional.empty();
    Optional<Path> file = Optional.empty();
    Lock lock = Lock.FREE;
    Optional<Long> pid = Optional.empty();
    Path data = Path.of("nowhere");
    final List<Findings.Finding> findings = new ArrayList<>();
    Jobs jobs;
    Optional<ConfigurationFault> fault = Optional.empty();
    Launch launched;
    Takeover takeover;

    /** What a command printed, and its exit code. */
    record Seen(int exit, String out, String err) {}

    /** What the plugin's command was told. */
    record Told(String name, String email, boolean quiet) {}

    Seen type(String... words) {
        return type(false, words);
    }

    Seen type(boolean colour, String... words) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var terminal = new Terminal(
                new ByteArrayInputStream("secret\n".getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                colour);
        var exit = new Cli(this, terminal).run(words);
        return new Seen(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private void ask(String what, Launch launch) throws ConfigurationFault {
        asked.add(what);
        launched = launch;
        if (fault.isPresent()) throw fault.get();
    }

    @Override
    public String version() {
        return "1.2.3";
    }

    @Override
    public int serve(Launch launch) throws ConfigurationFault {
        ask("serve", launch);
        return 143;
    }

    @Override
    public List<SettingDescription> configuration(Launch launch) throws ConfigurationFault {
        ask("configuration", launch);
        var port = launch.overrides().getOrDefault("http.port", "8000");
        return List.of(
                new SettingDescription(
                        "http.port", port, port.equals("8000") ? "default" : "--set", "8000", "where to listen", false),
                new SettingDescription("plugins.directory", "/srv/plugins", "etc/gw2.toml", "", "more plugins", false));
    }

    @Override
    public List<PluginStatus> plugins(Launch launch) throws ConfigurationFault {
        ask("plugins", launch);
        return plugins;
    }

    @Override
    public PluginShelf shelf(Launch launch) throws ConfigurationFault {
        ask("shelf", launch);
        throw new AssertionError("the shelf is tried with the real command");
    }

    @Override
    public List<PluginCommand> commands(Launch launch) throws ConfigurationFault {
        ask("commands", launch);
        return List.of(new PluginCommand("user", "auth", "Accounts"));
    }

    @Override
    public Whereabouts whereabouts(Launch launch) throws ConfigurationFault {
        ask("whereabouts", launch);
        return new Whereabouts(address, lock, pid, since, "data/gw2.db", file, data, data, data.resolve("server.json"));
    }

    @Override
    public <T> T withJobs(Launch launch, Work<Jobs, T> work) throws Exception {
        ask("jobs", launch);
        return work.with(jobs);
    }

    @Override
    public <T> T withRemains(Launch launch, Optional<String> leaving, Work<Remains, T> work) throws Exception {
        throw new AssertionError("what is left is tried with the real command");
    }

    @Override
    public void examine(Launch launch, Findings to) {
        findings.forEach(finding -> {
            to.looking(finding.part());
            to.found(finding);
        });
    }

    @Override
    public <T> Optional<T> withCommand(Launch launch, String name, Work<Contribution.Command, T> work)
            throws Exception {
        ask("command " + name, launch);
        if (!name.equals("user")) return Optional.empty();
        var add = new Subcommand(
                "add",
                "adds somebody, 100% sure",
                List.of(new Subcommand.Argument("name", "who", true)),
                List.of(
                        new Subcommand.Option("email", "E", "where to write", true),
                        new Subcommand.Option("quiet", "", "no letter", false)),
                FakeBackstage::add);
        return Optional.of(work.with(new Contribution.Command("user", "keeps accounts", List.of(add))));
    }

    private static Answer add(Subcommand.Call call) throws CommandFailure {
        var told =
                new Told(call.argument("name").orElse(""), call.option("email").orElse(""), call.flag("quiet"));
        if (told.name().equals("root")) throw new CommandFailure(1, "There is a root already.");
        return new Answer(told, "added " + told.name());
    }

    @Override
    public <T> T withDemoData(Launch launch, Work<List<DemoOffer>, T> work) throws Exception {
        ask("demo", launch);
        return work.with(offers);
    }

    @Override
    public <T> T withOriginal(Launch launch, Path file, Work<Takeover, T> work) throws Exception {
        ask("import " + file.getFileName(), launch);
        return work.with(takeover);
    }

    static PluginStatus plugin(String id, String state, String reason, String remedy) {
        return new PluginStatus(id, "Title of " + id, "1.0", state, true, reason, remedy, Map.of());
    }

    /** Takes a demonstration guild. */
    static final class Shelf implements DemoData {
        Guild guild;

        @Override
        public boolean empty() {
            return guild == null;
        }

        @Override
        public Map<String, Integer> fill(Guild guild, java.util.function.Consumer<String> progress) {
            this.guild = guild;
            progress.accept("half way");
            return Map.of("builds", guild.builds());
        }
    }
}
