package org.wvwbuilder.plugin.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wvwbuilder.plugin.Database.Engine;

/** The server names, in its log, the threads that a plugin leaves behind. */
class LeftThreadsTests {
    private static final String HEAD = """
            public final class Made implements Plugin {
                private final java.util.concurrent.CountDownLatch end = new java.util.concurrent.CountDownLatch(1);

                private void begin(String name) {
                    Thread.ofPlatform().daemon().name(name).start(this::poll);
                }

                private void poll() {
                    try {
                        end.await(2, java.util.concurrent.TimeUnit.MINUTES);
                    } catch (InterruptedException asked) {
                        return;
                    }
                }
            """;

    @TempDir
    Path folder;

    private final Instant begun = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    /** @return what the log says of threads after the plugin's end */
    private List<String> log(String state, String rest) throws Exception {
        var module = new Forged(folder).plugin("id = \"made\", title = \"Made\"", HEAD + rest, Map.of());
        var server = TestServer.of(module, Engine.SQLITE, Map.of());
        assertThat(server.state()).isEqualTo(state);
        server.close();
        return server.seat().log(begun).stream()
                .filter(entry -> entry.contains("threads"))
                .toList();
    }

    @Test
    void aThreadThatOutlivesItsPluginIsNamedOnceWithItsRemedy() throws Exception {
        var log = log("RUNNING", """
                    public OpenPlugin open(PluginContext context) {
                        begin("made-poller");
                        return OpenPlugin.of();
                    }
                }""");
        assertThat(log)
                .singleElement()
                .asString()
                .contains(
                        "WARN ",
                        "the plugin made is CLOSED, but threads that it started still run: made-poller at com.example.")
                .containsPattern("Made\\.poll \\(Made\\.java:\\d+\\)\\. They end with the server's process")
                .contains("OpenPlugin.close has to end them");
    }

    /** It was told to end, and does so in a moment. */
    @Test
    void aThreadThatEndsWithItsPluginIsNotNamed() throws Exception {
        var log = log("RUNNING", """
                    public OpenPlugin open(PluginContext context) {
                        begin("made-poller");
                        return new OpenPlugin() {
                            public List<Contribution> contributions() {
                                return List.of();
                            }

                            public void close() {
                                end.countDown();
                            }
                        };
                    }
                }""");
        assertThat(log).isEmpty();
    }

    /** It never opened, so it is never closed. */
    @Test
    void aThreadOfAPluginThatFailedIsNamed() throws Exception {
        var log = log("FAILED", """
                    public OpenPlugin open(PluginContext context) {
                        begin("made-orphan");
                        throw new IllegalStateException("the well is dry");
                    }
                }""");
        assertThat(log)
                .singleElement()
                .asString()
                .contains("the plugin made is FAILED, but threads that it started still run: made-orphan at ");
    }
}
