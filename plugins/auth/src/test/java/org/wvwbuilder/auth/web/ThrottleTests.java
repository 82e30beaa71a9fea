package org.wvwbuilder.auth.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.auth.Client;
import org.wvwbuilder.auth.Client.Reply;
import org.wvwbuilder.auth.Installation;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

/** A5: whoever guesses is slowed down, and cannot shut out the one who is guessed at. */
class ThrottleTests {
    private static final String WRONG = "tower of red lanterns";

    @OnBothEngines
    void afterFiveFailuresTheRightPasswordWaitsTooAndEachFurtherOneDoublesTheWait(TestDatabase database)
            throws Exception {
        try (var house = House.of(database)) {
            for (int left = 4; left >= 0; left--) {
                var wrong = house.login("aria", WRONG);
                assertThat(wrong.status()).isEqualTo(401);
                assertThat(wrong.header("RateLimit-Policy")).isEqualTo("\"sign-in\";q=5;w=900");
                assertThat(wrong.header("RateLimit")).startsWith("\"sign-in\";r=" + left + ";t=");
            }
            for (int wait : List.of(30, 60, 120, 240, 480, 900, 900)) {
                var late = house.login(" ARIA", House.PASSWORD);
                assertThat(late.status()).isEqualTo(429);
                assertThat(late.problem()).isEqualTo("too-many-attempts");
                assertThat(late.header("Retry-After")).isEqualTo("" + wait);
                house.installation().clock.advance(Duration.ofSeconds(wait));
                assertThat(house.login("aria", WRONG).status()).isEqualTo(401);
            }
            house.installation().clock.advance(Duration.ofMinutes(15));
            assertThat(house.login("aria", House.PASSWORD).status()).isEqualTo(200);
            assertThat(house.login("aria", WRONG).header("RateLimit")).contains(";r=4;");
        }
    }

    @OnBothEngines
    void anUnknownNameIsHeldUpTheSameWay(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            for (int i = 0; i < 7; i++) {
                var known = house.login("aria", WRONG);
                var unknown = house.login("nobody", WRONG);
                assertThat(unknown.status()).isEqualTo(known.status()).isEqualTo(i < 5 ? 401 : 429);
                assertThat(unnamed(unknown)).isEqualTo(unnamed(known));
                assertThat(unknown.headers().map().keySet())
                        .isEqualTo(known.headers().map().keySet());
                for (var name : List.of("RateLimit", "RateLimit-Policy", "Retry-After", "WWW-Authenticate")) {
                    assertThat(unknown.header(name)).isEqualTo(known.header(name));
                }
            }
        }
    }

    private static String unnamed(Reply reply) {
        return reply.text().replaceAll("urn:wvw:request:[^\"]+", "");
    }

    @OnBothEngines
    void failuresThatLieFurtherApartThanTheWindowDoNotAddUp(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            for (int i = 0; i < 12; i++) {
                assertThat(house.login("aria", WRONG).status()).isEqualTo(401);
                house.installation().clock.advance(Duration.ofMinutes(4));
            }
        }
    }

    @OnBothEngines
    void anAttackerCannotShutOutWhoComesWithAKnownDevice(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var first = house.client().post("/auth/login", BROWSER);
            var device = device(first);
            assertThat(String.join(" ", first.headers().allValues("Set-Cookie")))
                    .contains("gw2_device=", "; Path=/api/v1/auth; ", "HttpOnly; SameSite=Strict");
            for (int trial = 0; trial < 20; trial++) {
                for (int i = 0; i < 6; i++) house.login("aria", WRONG);
                assertThat(house.login("aria", House.PASSWORD).status()).isEqualTo(429);
                var own = house.client().with("Cookie", device).post("/auth/login", BROWSER);
                assertThat(own.status()).as("trial " + trial).isEqualTo(200);
                assertThat(device(own)).isEqualTo(device);
                house.installation().clock.advance(Duration.ofSeconds(20));
            }
        }
    }

    @OnBothEngines
    void aKnownDeviceHasABudgetOfItsOwnAndIsKnownToItsAccountOnly(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var known = house.client().with("Cookie", device(house.client().post("/auth/login", BROWSER)));
            for (int i = 0; i < 10; i++) {
                assertThat(known.post("/auth/login", login("aria", WRONG)).status())
                        .isEqualTo(401);
            }
            assertThat(known.post("/auth/login", BROWSER).status()).isEqualTo(429);
            assertThat(house.login("aria", House.PASSWORD).status()).isEqualTo(200);

            house.member("Bron");
            for (int i = 0; i < 5; i++) house.login("bron", WRONG);
            assertThat(known.post("/auth/login", login("bron", House.PASSWORD)).status())
                    .isEqualTo(429);
            var invented = house.client().with("Cookie", "gw2_device=" + "A".repeat(43));
            assertThat(invented.post("/auth/login", login("bron", House.PASSWORD))
                            .status())
                    .isEqualTo(429);
        }
    }

    @Test
    void theCountSurvivesARestartAndIsSharedByNodes() throws Exception {
        try (var database = TestDatabase.postgresql();
                var house = House.of(database);
                var other = Installation.beside(database, house.installation())) {
            var node = other.serve();
            for (int i = 0; i < 5; i++) {
                var client = i % 2 == 0 ? node : house.client();
                assertThat(client.post("/auth/login", login("aria", WRONG)).status())
                        .isEqualTo(401);
            }
            assertThat(node.post("/auth/login", login("aria", House.PASSWORD)).status())
                    .isEqualTo(429);
        }
        try (var database = TestDatabase.sqlite()) {
            try (var house = House.of(database)) {
                for (int i = 0; i < 5; i++) house.login("aria", WRONG);
            }
            try (var again = Installation.of(database)) {
                assertThat(again.serve()
                                .post("/auth/login", login("aria", House.PASSWORD))
                                .status())
                        .isEqualTo(429);
            }
        }
    }

    @OnBothEngines
    void aBurstOfGuessesLearnsNoMoreThanFive(TestDatabase database) throws Exception {
        try (var house = House.of(database);
                var threads = Executors.newFixedThreadPool(30)) {
            Callable<Integer> guess = () -> house.login("aria", WRONG).status();
            var learned = threads.invokeAll(Collections.nCopies(30, guess)).stream()
                    .filter(done -> done.resultNow() == 401)
                    .count();
            assertThat(learned).isEqualTo(5);
        }
    }

    @Test
    void aHundredSignInsAtOnceFromOneAddressAllSucceed() throws Exception {
        try (var database = TestDatabase.sqlite();
                var house = House.of(database);
                var threads = Executors.newFixedThreadPool(100)) {
            Callable<Integer> login = () -> house.login("aria", House.PASSWORD).status();
            assertThat(threads.invokeAll(Collections.nCopies(100, login)).stream()
                            .map(done -> done.resultNow()))
                    .containsOnly(200);
        }
    }

    @Test
    void anAddressThatTriesManyNamesIsHeldUpAndOthersAreNot() throws Exception {
        try (var database = TestDatabase.sqlite();
                var house = House.of(database)) {
            var device = device(house.client().post("/auth/login", BROWSER));
            var threads = Executors.newFixedThreadPool(8);
            try (threads) {
                threads.invokeAll(IntStream.range(0, 300)
                        .mapToObj(i -> (Callable<Reply>) () -> house.login("name" + i, WRONG))
                        .toList());
            }
            var late = house.login("aria", House.PASSWORD);
            assertThat(late.status()).isEqualTo(429);
            assertThat(late.header("RateLimit-Policy")).startsWith("\"address\"");
            assertThat(house.client()
                            .with("Cookie", device)
                            .post("/auth/login", BROWSER)
                            .status())
                    .isEqualTo(200);
            var elsewhere = house.client().with("X-Forwarded-For", "203.0.113.9");
            assertThat(elsewhere
                            .post("/auth/login", login("aria", House.PASSWORD))
                            .status())
                    .isEqualTo(200);
        }
    }

    @OnBothEngines
    void anAdministratorUnlocks(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var bron = house.member("Bron").json().at("/user/id").asText();
            for (var name : List.of("bron", "Bron@guild.example")) {
                for (int i = 0; i < 6; i++) house.login(name, WRONG);
                assertThat(house.login(name, House.PASSWORD).status()).isEqualTo(429);
            }
            assertThat(house.asAdmin().post("/users/" + bron + "/unlock", "").status())
                    .isEqualTo(204);
            assertThat(house.login("bron", House.PASSWORD).status()).isEqualTo(200);
            assertThat(house.login("Bron@guild.example", House.PASSWORD).status())
                    .isEqualTo(200);
        }
    }

    @OnBothEngines
    void theCurrentPasswordSetupTokensAndRefreshTokensAreNotGuessedForEver(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var change = Client.json("current_password", WRONG, "new_password", "seven silver trebuchets");
            for (int i = 0; i < 5; i++) {
                assertThat(house.asAdmin()
                                .send("PUT", "/users/me/password", change)
                                .status())
                        .isEqualTo(422);
            }
            assertThat(house.asAdmin()
                            .send("PUT", "/users/me/password", change.replace(WRONG, House.PASSWORD))
                            .status())
                    .isEqualTo(429);
            assertThat(house.login("aria", House.PASSWORD).status()).isEqualTo(200);

            for (int i = 0; i < 300; i++) {
                assertThat(house.refresh("garbage" + i).status()).isEqualTo(401);
            }
            assertThat(house.refresh("garbage").status()).isEqualTo(429);
            assertThat(house.refresh(house.admin().field("refresh_token")).status())
                    .isEqualTo(200);
        }
    }

    @OnBothEngines
    void aSetupTokenIsNotGuessedForEver(TestDatabase database) throws Exception {
        try (var installation = Installation.of(database)) {
            var client = installation.serve();
            for (int i = 0; i < 20; i++) {
                assertThat(client.post("/auth/setup", Client.json("token", "no" + i))
                                .status())
                        .isEqualTo(403);
            }
            assertThat(client.post("/auth/setup", Client.json("token", installation.setupToken()))
                            .status())
                    .isEqualTo(429);
        }
    }

    @OnBothEngines
    void whatIsOverIsDeleted(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            house.client().post("/auth/login", BROWSER);
            house.login("aria", WRONG);
            var job = house.installation().contributions(Contribution.Job.class).stream()
                    .filter(each -> each.name().equals("attempt-purge"))
                    .findFirst()
                    .orElseThrow();
            assertThat(job.task().run()).isEqualTo("0 counters deleted, 0 devices forgotten");
            house.installation().clock.advance(Duration.ofDays(181));
            assertThat(job.task().run()).isEqualTo("3 counters deleted, 1 devices forgotten");
        }
    }

    private static final String BROWSER =
            Client.json("username", "aria", "password", House.PASSWORD, "session", "cookie");

    private static String login(String name, String password) {
        return Client.json("username", name, "password", password);
    }

    private static String device(Reply reply) {
        return reply.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("gw2_device="))
                .map(cookie -> cookie.replaceFirst(";.*", ""))
                .findFirst()
                .orElseThrow();
    }
}
