package org.wvwbuilder.plugin.testkit;

import java.util.List;
import java.util.Map;
import org.wvwbuilder.plugin.Roles;

/** The accounts that tests act as, one for each role. They come into being when they are first needed. */
final class People {
    static final Client.Ticket NOBODY = new Client.Ticket() {
        @Override
        public String header() {
            return "";
        }

        @Override
        public void renew() {}
    };
    private static final String PASSWORD = "lantern-harbour-at-dusk";
    private final TestServer server;
    private String setupToken = "";
    private Person admin;
    private Person user;
    private Person commander;

    People(TestServer server) {
        this.server = server;
    }

    /** @param announcements among which is the token for the first administrator, at the very first start */
    void begin(List<String> announcements) {
        for (var line : announcements) {
            if (line.contains("setup token")) setupToken = line.substring(line.lastIndexOf(' ') + 1);
        }
    }

    synchronized Client.Ticket admin() {
        if (admin == null) {
            var made = server.anonymous()
                    .post(
                            "auth/setup",
                            Map.of(
                                    "token",
                                    setupToken,
                                    "email",
                                    "admin@guild.example",
                                    "username",
                                    "admin",
                                    "password",
                                    PASSWORD))
                    .require(201);
            admin = new Person("admin", made.json().path("access_token").asText());
        }
        return admin;
    }

    synchronized Client.Ticket user() {
        if (user == null) user = registered("user");
        return user;
    }

    synchronized Client.Ticket commander() {
        if (commander == null) {
            var made = registered("commander");
            var id =
                    made.client().get("users/me").require(200).json().path("id").asText();
            server.admin()
                    .send("PATCH", "users/" + id, Map.of("role", Roles.COMMANDER))
                    .require(200);
            // Whose role was changed signs in anew.
            made.renew();
            commander = made;
        }
        return commander;
    }

    private Person registered(String name) {
        admin();
        server.anonymous()
                .post("auth/register", Map.of("email", name + "@guild.example", "username", name, "password", PASSWORD))
                .require(201);
        var person = new Person(name, "");
        person.renew();
        return person;
    }

    private final class Person implements Client.Ticket {
        private final String name;
        private volatile String token;

        Person(String name, String token) {
            this.name = name;
            this.token = token;
        }

        Client client() {
            return new Client(server, this, List.of());
        }

        @Override
        public String header() {
            return "Bearer " + token;
        }

        @Override
        public void renew() {
            token = server.anonymous()
                    .post("auth/login", Map.of("username", name, "password", PASSWORD))
                    .require(200)
                    .json()
                    .path("access_token")
                    .asText();
        }
    }
}
