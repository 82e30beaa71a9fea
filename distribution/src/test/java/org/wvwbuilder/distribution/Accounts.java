package org.wvwbuilder.distribution;

import java.io.IOException;

/** Accounts for tests, made with {@code gw2 user add} and signed in over HTTP. */
final class Accounts {
    static final String PASSWORD = "a quaggan in the lava";
    private static final String FIRST = "commander";

    private Accounts() {}

    /** Adds the account {@code commander}, who is one. */
    static void addCommander(Gw2 gw2) throws IOException, InterruptedException {
        add(gw2, FIRST, "commander");
    }

    static void add(Gw2 gw2, String username, String role) throws IOException, InterruptedException {
        var email = username + "@example.org";
        var added = gw2.type(
                PASSWORD + "\n",
                "user",
                "add",
                "--email",
                email,
                "--username",
                username,
                "--role",
                role,
                "--password-stdin");
        if (added.exit() != 0) throw new IllegalStateException(added.err());
    }

    static ApiClient signIn(RunningServer server) throws IOException, InterruptedException {
        return signIn(server, FIRST);
    }

    static ApiClient signIn(RunningServer server, String username) throws IOException, InterruptedException {
        return ApiClient.anonymous(server.awaitReady()).signIn(username, PASSWORD);
    }
}
