package org.wvwbuilder.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wvwbuilder.testing.PluginForge.sources;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wvwbuilder.testing.PluginForge;

/** A server that ends names the threads that a plugin leaves, and none of its own or of the plugins that came with it. */
class LeftThreadsTests {
    private static final Pattern NAMED = Pattern.compile("WARN .* the plugin (\\S+) is CLOSED, but threads (.*)");

    /** One thread deaf to every word, and an executor that is closed as it should be. */
    private static final String LEAVING = """
            public final class Made implements Plugin {
                private final java.util.concurrent.ExecutorService tidy = java.util.concurrent.Executors.newFixedThreadPool(2,
                        Thread.ofPlatform().name("leaving-tidy").factory());

                public OpenPlugin open(PluginContext context) {
                    Thread.ofPlatform().name("leaving-poller").start(Made::poll);
                    for (int i = 0; i < 2; i++) tidy.submit(() -> {});
                    return new OpenPlugin() {
                        public List<Contribution> contributions() {
                            return List.of(new Contribution.Resource(new Door()));
                        }

                        public void close() {
                            tidy.shutdownNow();
                        }
                    };
                }

                private static void poll() {
                    while (true) java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
                }

                @Path("leaving")
                @PermitAll
                public static final class Door {
                    @GET
                    public String get() {
                        return "here";
                    }
                }
            }""";

    @Test
    @Timeout(300)
    void whoLeavesAThreadBehindIsNamedAtTheEnd(@TempDir Path folder, @TempDir Path scratch) throws Exception {
        new PluginForge(Tarball.home().resolve("lib/ground"), scratch)
                .forge(
                        folder.resolve("data/plugins/leaving/leaving.jar"),
                        sources("leaving", "id = \"leaving\", title = \"Leaving\"", LEAVING));
        try (var gw2 = Gw2.in(folder).with("GW2_PLUGINS_UNSIGNED", "allow")) {
            Accounts.add(gw2, "Aria", "admin");
            var server = gw2.run();
            var admin = Accounts.signIn(server, "Aria");
            assertThat(admin.saveBuild("one that is written").statusCode()).isEqualTo(201);
            assertThat(server.get("/api/v1/leaving").body()).isEqualTo("here");
            assertThat(server.terminate()).isEqualTo(143);
            assertThat(NAMED.matcher(server.text()).results().toList())
                    .singleElement()
                    .satisfies(named -> {
                        assertThat(named.group(1)).isEqualTo("leaving");
                        assertThat(named.group(2))
                                .startsWith(
                                        "that it started still run: leaving-poller at com.example.leaving.Made.poll (")
                                .contains("OpenPlugin.close has to end them");
                    });
        }
    }
}
