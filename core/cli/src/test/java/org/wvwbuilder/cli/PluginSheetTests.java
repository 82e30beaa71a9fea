package org.wvwbuilder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wvwbuilder.kernel.PluginShelf.Standing;
import org.wvwbuilder.plugin.Platform.PluginActivity;
import org.wvwbuilder.plugin.Platform.PluginStatus;

class PluginSheetTests {
    private static final Standing FEED = new Standing(
            "feed", "Feed", "1.2", "CONFIGURED", false, "", "", "/data/plugins/feed", "Zojja", "mHk=", List.of("feed"));

    @TempDir
    Path folder;

    private final FakeBackstage backstage = new FakeBackstage();

    private String show(boolean json) throws Exception {
        backstage.data = folder;
        var out = new ByteArrayOutputStream();
        var terminal = new Terminal(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                System.err,
                false);
        PluginSheet.show(new Action.Stage(backstage, new Launch(Optional.empty(), Map.of()), terminal, json), FEED);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** What a server wrote that is at work since then. */
    private void written(Instant at) throws Exception {
        written(at, "RUNNING", List.of());
    }

    private void written(Instant at, String state, List<PluginStatus> refused) throws Exception {
        var activity = new PluginActivity(1_204, 3, 2, 1, 4, 1, List.of("feed-poller"));
        var bulletin = new Bulletin(
                at,
                "1",
                "25",
                "SQLite",
                "",
                5,
                Optional.empty(),
                "ok",
                List.of(),
                List.of(),
                Optional.of(refused),
                List.of(new Bulletin.PluginBrief("feed", "1.0", state, Optional.of(activity))));
        Files.writeString(folder.resolve("server.json"), Json.write(bulletin));
    }

    @Test
    void theServerThatRunsTellsWhatThePluginDoes() throws Exception {
        backstage.lock = Backstage.Lock.HELD;
        backstage.since = Optional.of(Instant.now().minusSeconds(60));
        written(Instant.now().minusSeconds(5));
        assertThat(show(false))
                .contains("signed by  Zojja (mHk=)", "seconds ago", "  state    RUNNING")
                .contains("  requests 1204, 3 ended with 5xx")
                .contains("  calls    2 slow, 1 interrupted, 4 under way, 1 do not come back")
                .contains("  threads  1: feed-poller");
        assertThat(show(true)).contains("\"requests\": 1204", "\"signed_by\": \"Zojja\"");
    }

    @Test
    void whatFailedInTheServerThatRunsIsToldWithItsReasonAndRemedy() throws Exception {
        backstage.lock = Backstage.Lock.HELD;
        backstage.since = Optional.of(Instant.now().minusSeconds(60));
        backstage.plugins.add(FakeBackstage.plugin("auth", "CONFIGURED", "", ""));
        backstage.plugins.add(FakeBackstage.plugin("feed", "CONFIGURED", "", ""));
        var failed = FakeBackstage.plugin("feed", "FAILED", "it has no rule", "annotate it");
        written(Instant.now().minusSeconds(5), "FAILED", List.of(failed));
        assertThat(show(false))
                .contains("state      accepted; the next start opens it")
                .contains("  state    FAILED (1.0)\n  reason   it has no rule\n  to do    annotate it");
        var list = backstage.type("plugins");
        assertThat(list.exit()).isEqualTo(Exit.FAILED);
        assertThat(list.out())
                .containsPattern("auth +1.0 +accepted ")
                .containsPattern("feed +1.0 +FAILED ")
                .contains("feed: it has no rule; annotate it", "opened at the next start");
        assertThat(backstage.type("plugins", "--json").out())
                .contains("\"state\": \"FAILED\"", "\"reason\": \"it has no rule\"");
    }

    @Test
    void anotherEditionThanTheOneThatRunsIsAcceptedForTheNextStart() throws Exception {
        backstage.data = folder;
        backstage.lock = Backstage.Lock.HELD;
        backstage.since = Optional.of(Instant.now().minusSeconds(60));
        backstage.plugins.add(new PluginStatus("feed", "Feed", "1.2", "CONFIGURED", false, "", "", Map.of()));
        written(Instant.now().minusSeconds(5));
        assertThat(backstage.type("plugins").out()).containsPattern("feed +1.2 +RUNNING 1.0; next accepted ");
        backstage.plugins.set(0, FakeBackstage.plugin("feed", "DISABLED", "", "Switch it on."));
        assertThat(backstage.type("plugins").out()).containsPattern("feed +1.0 +RUNNING; next DISABLED ");
    }

    @Test
    void withoutAServerAPluginIsNoMoreThanAccepted() {
        backstage.plugins.add(FakeBackstage.plugin("feed", "CONFIGURED", "", ""));
        var seen = backstage.type("plugins");
        assertThat(seen.exit()).isZero();
        assertThat(seen.out())
                .containsPattern("feed +1.0 +accepted ")
                .contains("accepted plugins are opened at the next start")
                .doesNotContain("CONFIGURED");
    }

    @Test
    void whatAnEarlierServerWroteIsNotTold() throws Exception {
        backstage.lock = Backstage.Lock.HELD;
        backstage.since = Optional.of(Instant.now().minusSeconds(60));
        written(Instant.now().minusSeconds(90));
        assertThat(show(false)).doesNotContain("server that runs");
        backstage.lock = Backstage.Lock.LEFT;
        written(Instant.now());
        assertThat(show(false)).doesNotContain("server that runs");
    }
}
