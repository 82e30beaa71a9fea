package ${package};

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.plugin.Event.Visibility;
import org.wvwbuilder.plugin.event.BuildSaved;
import org.wvwbuilder.plugin.testkit.PluginTest;
import org.wvwbuilder.plugin.testkit.TestServer;
import org.wvwbuilder.testing.Await;

/** Runs on SQLite and on PostgreSQL, in one real server each time. */
@PluginTest
class NotesTests {

    @Test
    void membersAddAndReadNotes(TestServer server) {
        server.user().post("${artifactId}", Map.of("text", "Reset at eight")).require(201);
        assertEquals("Reset at eight", newest(server).getFirst());
        server.user().post("${artifactId}", Map.of("text", " ")).require(422);
        server.anonymous().get("${artifactId}").require(401);
    }

    @Test
    void aNewPublicBuildIsNoted(TestServer server) {
        server.events()
                .publish(new BuildSaved(
                        server.clock().instant(),
                        "1",
                        "2",
                        "2",
                        "Hammer train",
                        "Guardian",
                        "[&DQEAAA==]",
                        Visibility.PUBLIC,
                        Optional.empty(),
                        true));
        Await.until("the build is noted", () -> newest(server).contains("New build: Hammer train"));
    }

    @Test
    void oldNotesAreForgotten(TestServer server) {
        server.user().post("${artifactId}", Map.of("text", "Soon gone")).require(201);
        server.clock().advance(Duration.ofDays(31));
        server.user().post("${artifactId}", Map.of("text", "Stays")).require(201);
        server.jobs().run("forget");
        assertEquals(List.of("Stays"), newest(server));
    }

    private static List<String> newest(TestServer server) {
        return server.user().get("${artifactId}").require(200).json().findValuesAsText("text");
    }
}
