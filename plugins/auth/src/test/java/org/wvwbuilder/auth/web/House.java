package org.wvwbuilder.auth.web;

import org.wvwbuilder.auth.AuthSettings;
import org.wvwbuilder.auth.Client;
import org.wvwbuilder.auth.Client.Reply;
import org.wvwbuilder.auth.Installation;
import org.wvwbuilder.testing.TestDatabase;

/** An installation with its first administrator, served. */
record House(Installation installation, Client client, Reply admin) implements AutoCloseable {
    static final String PASSWORD = "tower of blue lanterns";

    static House of(TestDatabase database) throws Exception {
        return of(database, Installation.settings(AuthSettings.Registration.OPEN));
    }

    static House of(TestDatabase database, AuthSettings settings) throws Exception {
        var installation = Installation.of(database, settings);
        var client = installation.serve();
        var admin = client.post(
                "/auth/setup",
                Client.json(
                        "token",
                        installation.setupToken(),
                        "email",
                        "Aria@Guild.example",
                        "username",
                        "Aria",
                        "password",
                        PASSWORD));
        return new House(installation, client, admin);
    }

    Client asAdmin() {
        return client.as(admin);
    }

    /** Registers somebody, whose password is {@link #PASSWORD}. */
    Reply member(String name) {
        return client.post(
                "/auth/register",
                Client.json("email", name + "@guild.example", "username", name, "password", PASSWORD));
    }

    Reply login(String name, String password) {
        return client.post("/auth/login", Client.json("username", name, "password", password));
    }

    Reply refresh(String token) {
        return client.post("/auth/refresh", Client.json("refresh_token", token));
    }

    @Override
    public void close() {
        installation.close();
    }
}
