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
                Optional.of(List.of()),
                List.of(new Bulletin.PluginBrief("feed", "RUNNING", Optional.of(activity))));
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
