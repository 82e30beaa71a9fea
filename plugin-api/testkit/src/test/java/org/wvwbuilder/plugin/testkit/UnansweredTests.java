package org.wvwbuilder.plugin.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wvwbuilder.plugin.Database.Engine;

/** A request that gets no answer says where the plugin stood, or that it was not the plugin, and what else may be why. */
class UnansweredTests {
    private static final String BODY = """
            @Path("made")
            @PermitAll
            public final class Made implements Plugin {
                private PluginContext context;

                @GET
                public String get() {
                    return "at once";
                }

                @GET
                @Path("slow")
                public String slow() throws InterruptedException {
                    context.log().log(System.Logger.Level.WARNING, "the feed is silent");
                    Thread.sleep(java.time.Duration.ofMinutes(5));
                    return "";
                }

                public OpenPlugin open(PluginContext given) {
                    context = given;
                    return OpenPlugin.of(new Contribution.Resource(this));
                }
            }""";

    @TempDir
    Path folder;

    private TestServer server;

    @BeforeEach
    void start() throws Exception {
        var module = new Forged(folder).plugin("id = \"made\", title = \"Made\"", BODY, Map.of());
        server = TestServer.of(module, Engine.SQLITE, Map.of());
    }

    @AfterEach
    void stop() {
        System.clearProperty(Patience.PROPERTY);
        server.close();
    }

    @Test
    void aPluginThatSleepsIsNamedWithItsLineAndItsLog() {
        server.anonymous().get("made").require(200);
        System.setProperty(Patience.PROPERTY, "0.05");
        assertThatThrownBy(() -> server.anonymous().get("made/slow"))
                .isInstanceOf(AssertionError.class)
                .hasCauseInstanceOf(HttpTimeoutException.class)
                .hasMessageStartingWith(
                        "GET " + server.address().resolve("/api/v1/made/slow")
                                + " was not answered within 3 seconds.\nWhen it was given up, the plugin made was at:\n  java.base/java.lang.Thread.sleep(")
                .message()
                .containsPattern(
                        "sleep\\(.*\n    at com\\.example\\.\\w+/com\\.example\\.\\w+\\.Made\\.slow\\(Made\\.java:\\d+\\)")
                .contains("the server's log says:\n  ", "WARN  plugin.made the feed is silent")
                .contains("target/surefire-reports/", "its load is ", " processors. -Dplugin.patience=4 waits");
    }

    @Test
    void whatIsNotThePluginsFaultIsSaidToBeSo() {
        var told = new Unanswered("POST /api/v1/auth/setup", Duration.ofMinutes(1), Instant.now()).told(server);
        assertThat(told)
                .startsWith("POST /api/v1/auth/setup was not answered within 60 seconds.\n"
                        + "No thread was in the code of the plugin made when it was given up.\n"
                        + "Since it was sent, the server's log has no warning.\n");
    }

    @Test
    void aPatienceThatIsNoNumberIsRefused() {
        for (var wrong : new String[] {"2m", "0", "-1"}) {
            System.setProperty(Patience.PROPERTY, wrong);
            assertThatThrownBy(() -> server.anonymous().get("made"))
                    .as(wrong)
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("plugin.patience is '" + wrong
                            + "': it says how many times as long to wait as usual, 4, say");
        }
    }
}
