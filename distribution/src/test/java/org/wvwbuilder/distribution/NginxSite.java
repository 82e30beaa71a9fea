package org.wvwbuilder.distribution;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One server behind one nginx, shared by all test classes of a process; each class leaves both running. */
final class NginxSite implements BeforeAllCallback {
    static final String ADMIN = "aria";

    private Parts parts;

    /** What runs until the last class ended. */
    private static final class Parts implements AutoCloseable {
        final Path folder;
        final Gw2 gw2;
        final String port = String.valueOf(Nginx.freePort());
        final Nginx nginx;
        RunningServer server;

        Parts() throws Exception {
            folder = Files.createTempDirectory("nginx");
            gw2 = Gw2.in(Files.createDirectory(folder.resolve("gw2"))).with("GW2_HTTP_PORT", port);
            Accounts.add(gw2, ADMIN, "admin");
            server = gw2.run();
            nginx = new Nginx(Files.createDirectory(folder.resolve("nginx")), Integer.parseInt(port)).start();
        }

        @Override
        public void close() throws Exception {
            nginx.close();
            gw2.close();
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        parts = context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(
                        NginxSite.class,
                        key -> {
                            try {
                                return new Parts();
                            } catch (Exception e) {
                                throw new IllegalStateException("nginx and the server do not start", e);
                            }
                        },
                        Parts.class);
    }

    Gw2 gw2() {
        return parts.gw2;
    }

    Nginx nginx() {
        return parts.nginx;
    }

    RunningServer server() {
        return parts.server;
    }

    /** Ends the server as systemd does and starts it again. */
    void restart() throws Exception {
        parts.server.terminate();
        parts.server = parts.gw2.run();
    }
}
