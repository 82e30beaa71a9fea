package org.wvwbuilder.distribution;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Accounts for tests, made with {@code gw2 user add} and signed in over HTTP. */
final class Accounts {
    private static final String PASSWORD = "a quaggan in the lava";
    private static final String FIRST = "commander";

    private Accounts() {}

    static void add(Path folder, String username) throws Exception {
        add(folder, username, "commander");
    }

    static void add(Path folder, String username, String role) throws Exception {
        var words = List.of("user", "add", "--email", username + "@example.org", "--username", username, "--role", role, "--password-stdin");
        var result = Gw2.run(folder, words, PASSWORD + "\n");
        if (result.exitCode() != 0) throw new IllegalStateException(result.output());
    }

    static ApiClient signIn(Gw2 server) throws IOException, InterruptedException {
        return signIn(server, FIRST);
    }

    static ApiClient signIn(Gw2 server, String username) throws IOException, InterruptedException {
        return ApiClient.anonymous(server.address()).signIn(username, PASSWORD);
    }
}
