package org.wvwbuilder.plugin.testkit;

import java.util.List;
import java.util.Map;

/** The two accounts that tests act as. They come into being when they are first needed. */
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
        if (user == null) {
            admin();
            server.anonymous()
                    .post(
                            "auth/register",
                            Map.of("email", "user@guild.example", "username", "user", "password", PASSWORD))
                    .require(201);
            user = new Person("user", "");
            user.renew();
        }
        return user;
    }

    private final class Person implements Client.Ticket {
        private final String name;
        private volatile String token;

        Person(String name, String token) {
            this.name = name;
            this.token = token;
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
