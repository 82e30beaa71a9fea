package org.wvwbuilder.auth.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.auth.Client;
import org.wvwbuilder.auth.Client.Reply;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

/** A11: a second factor that is single use, rate limited, and has a way back. */
class SecondFactorTests {
    private static final Duration STEP = Duration.ofSeconds(30);

    private static Reply answer(House house, Reply asked, String code) {
        return house.client()
                .post("/auth/login/second-factor", Client.json("challenge", asked.field("challenge"), "code", code));
    }

    private static Reply login(House house) {
        return house.login("aria", House.PASSWORD);
    }

    @OnBothEngines
    void theRightPasswordGetsAChallengeAndTheCodeGetsIn(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var phone = Phone.enrol(house, house.asAdmin());
            house.installation().clock.advance(STEP);
            var asked = login(house);
            assertThat(asked.status()).isEqualTo(403);
            assertThat(asked.header("Content-Type")).startsWith("application/problem+json");
            assertThat(asked.problem()).isEqualTo("second-factor-required");
            assertThat(asked.field("expires_at")).isEqualTo("2026-11-23T20:05:30Z");
            assertThat(asked.header("Cache-Control")).isEqualTo("no-store");
            assertThat(asked.text()).doesNotContain("access_token");
            assertThat(answer(house, asked, phone.wrongCode()).problem()).isEqualTo("code-wrong");
            var granted = answer(house, asked, phone.code());
            assertThat(granted.status()).isEqualTo(200);
            assertThat(house.client().as(granted).get("/users/me").field("username"))
                    .isEqualTo("Aria");
            assertThat(answer(house, asked, phone.code(1)).problem()).isEqualTo("challenge-ended");
            assertThat(house.login("aria", "tower of red lanterns").problem()).isEqualTo("credentials-wrong");
        }
    }

    @OnBothEngines
    void aScriptSendsTheCodeAlong(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var phone = Phone.enrol(house, house.asAdmin());
            house.installation().clock.advance(STEP);
            var body = Client.json("username", "aria", "password", House.PASSWORD, "code", phone.code());
            assertThat(house.client().post("/auth/login", body).status()).isEqualTo(200);
            var again = house.client().post("/auth/login", body);
            assertThat(again.problem()).as("a code is good once").isEqualTo("code-wrong");
            assertThat(again.status()).isEqualTo(401);
        }
    }

    @OnBothEngines
    void oneCodeLetsOneInHoweverManyTryAtOnce(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var phone = Phone.enrol(house, house.asAdmin());
            house.installation().clock.advance(STEP);
            var code = phone.code();
            var asked = IntStream.range(0, 4).mapToObj(i -> login(house)).toList();
            var statuses = asked.parallelStream()
                    .map(challenge -> answer(house, challenge, code).status())
                    .toList();
            assertThat(statuses).containsExactlyInAnyOrder(200, 401, 401, 401);
        }
    }

    @OnBothEngines
    void fiveWrongCodesEndTheChallengeAndDelayTheNextOnes(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var phone = Phone.enrol(house, house.asAdmin());
            house.installation().clock.advance(STEP);
            var asked = login(house);
            for (int i = 0; i < 5; i++) {
                assertThat(answer(house, asked, phone.wrongCode()).problem()).isEqualTo("code-wrong");
            }
            assertThat(answer(house, asked, phone.code()).problem()).isEqualTo("challenge-ended");
            var blocked = answer(house, login(house), phone.code());
            assertThat(blocked.status()).isEqualTo(429);
            assertThat(blocked.header("Retry-After")).isEqualTo("60");

            var byPaper = answer(house, login(house), phone.paper().getFirst());
            assertThat(byPaper.status()).as("the owner still has a way in").isEqualTo(200);
            house.installation().clock.advance(STEP);
            assertThat(answer(house, login(house), phone.code()).status()).isEqualTo(200);
        }
    }

    @OnBothEngines
    void theDelayDoublesAndEndsByItself(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var phone = Phone.enrol(house, house.asAdmin());
            for (long minutes : List.of(1, 2, 4)) {
                var asked = login(house);
                for (int i = 0; i < 5; i++) answer(house, asked, phone.wrongCode());
                var again = login(house);
                house.installation().clock.advance(Duration.ofMinutes(minutes).minusMillis(1));
                var blocked = answer(house, again, phone.code());
                assertThat(blocked.status()).isEqualTo(429);
                house.installation().clock.advance(Duration.ofMillis(1));
            }
            assertThat(answer(house, login(house), phone.code()).status()).isEqualTo(200);
        }
    }

    @OnBothEngines
    void guessesAllAtOnceAreCountedOneByOne(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var phone = Phone.enrol(house, house.asAdmin());
            var wrong = phone.wrongCode();
            var asked = IntStream.range(0, 10).mapToObj(i -> login(house)).toList();
            var looked = asked.parallelStream()
                    .map(challenge -> answer(house, challenge, wrong).problem())
                    .filter("code-wrong"::equals)
                    .count();
            assertThat(looked).isEqualTo(5);
        }
    }

    @OnBothEngines
    void aRecoveryCodeIsGoodOnceAndKeptAsAHash(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var phone = Phone.enrol(house, house.asAdmin());
            assertThat(phone.paper()).hasSize(10);
            var code = phone.paper().getFirst();
            assertThat(answer(house, login(house), code.toLowerCase().replace("-", " "))
                            .status())
                    .isEqualTo(200);
            assertThat(answer(house, login(house), code).problem()).isEqualTo("code-wrong");
            var state = house.asAdmin().get("/auth/totp");
            assertThat(state.json().path("recovery_codes_left").asInt()).isEqualTo(9);
            assertThat(column(house, "SELECT hash FROM auth_recovery_codes"))
                    .allSatisfy(hash -> assertThat(hash).hasSize(43))
                    .doesNotContainAnyElementsOf(phone.paper());
        }
    }

    @OnBothEngines
    void aChallengeEndsAfterFiveMinutesAndWithANewPassword(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var phone = Phone.enrol(house, house.asAdmin());
            var asked = login(house);
            house.installation().clock.advance(Duration.ofMinutes(5));
            assertThat(answer(house, asked, phone.code()).problem()).isEqualTo("challenge-ended");
            var second = login(house);
            house.asAdmin()
                    .send(
                            "PUT",
                            "/users/me/password",
                            Client.json("current_password", House.PASSWORD, "new_password", "seven silver trebuchets"));
            assertThat(answer(house, second, phone.code()).problem()).isEqualTo("challenge-ended");
            assertThat(house.installation().run("token-purge")).contains("1 challenges");
        }
    }

    @OnBothEngines
    void turningItOnAndOffNeedsWhatAThiefOfASessionLacks(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var admin = house.asAdmin();
            assertThat(admin.post("/auth/totp", Client.json("current_password", "guess"))
                            .pointers())
                    .containsExactly("/current_password");
            assertThat(admin.post("/auth/totp/confirm", Client.json("code", "123456"))
                            .problem())
                    .isEqualTo("factor-not-begun");
            admin.post("/auth/totp", Client.json("current_password", House.PASSWORD));
            assertThat(login(house).status())
                    .as("what is not confirmed asks for nothing")
                    .isEqualTo(200);
            var elsewhere = login(house);
            var phone = Phone.enrol(house, admin);
            assertThat(house.client().as(elsewhere).get("/users/me").status()).isEqualTo(401);
            assertThat(admin.post("/auth/totp", Client.json("current_password", House.PASSWORD))
                            .problem())
                    .isEqualTo("factor-on");

            house.installation().clock.advance(STEP);
            assertThat(off(admin, "guess", phone.code()).pointers()).containsExactly("/current_password");
            assertThat(off(admin, House.PASSWORD, phone.wrongCode()).pointers()).containsExactly("/code");
            assertThat(admin.send("DELETE", "/auth/totp", "").pointers()).containsExactly("/current_password", "/code");
            assertThat(off(admin, House.PASSWORD, phone.code()).status()).isEqualTo(204);
            assertThat(login(house).status()).isEqualTo(200);
            assertThat(off(admin, House.PASSWORD, "123456").problem()).isEqualTo("factor-off");
        }
    }

    @OnBothEngines
    void aNewSetOfRecoveryCodesReplacesTheOld(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var phone = Phone.enrol(house, house.asAdmin());
            house.installation().clock.advance(STEP);
            var fresh = house.asAdmin()
                    .post(
                            "/auth/totp/recovery-codes",
                            Client.json("current_password", House.PASSWORD, "code", phone.code()));
            var code = fresh.json().at("/recovery_codes/3").asText();
            assertThat(answer(house, login(house), phone.paper().getFirst()).status())
                    .isEqualTo(401);
            assertThat(answer(house, login(house), code).status()).isEqualTo(200);
        }
    }

    @OnBothEngines
    void anAdministratorTurnsOffTheFactorOfOthersButNotTheirOwn(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var bron = house.member("Bron");
            Phone.enrol(house, house.client().as(bron));
            var asked = house.login("Bron", House.PASSWORD);
            var path = "/users/" + bron.json().at("/user/id").asText() + "/totp";
            assertThat(house.client().as(bron).send("DELETE", path, "").status())
                    .isEqualTo(403);
            assertThat(house.asAdmin().send("DELETE", path, "").status()).isEqualTo(204);
            assertThat(answer(house, asked, "123456").problem()).isEqualTo("challenge-ended");
            assertThat(house.login("Bron", House.PASSWORD).status()).isEqualTo(200);
            assertThat(house.asAdmin().send("DELETE", path, "").status()).isEqualTo(404);

            Phone.enrol(house, house.asAdmin());
            var own = "/users/" + house.admin().json().at("/user/id").asText() + "/totp";
            assertThat(house.asAdmin().send("DELETE", own, "").problem()).isEqualTo("own-factor");
        }
    }

    @OnBothEngines
    void theSecretLiesSealedInTheDatabase(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var begun = house.asAdmin().post("/auth/totp", Client.json("current_password", House.PASSWORD));
            assertThat(begun.field("secret")).matches("[A-Z2-7]{32}");
            assertThat(begun.field("uri"))
                    .isEqualTo("otpauth://totp/WvW%20Builder%3AAria?secret=" + begun.field("secret")
                            + "&issuer=WvW%20Builder&algorithm=SHA1&digits=6&period=30");
            assertThat(begun.field("qr_code")).startsWith("<svg ");
            assertThat(begun.header("Cache-Control")).isEqualTo("no-store");
            assertThat(column(house, "SELECT secret_sealed FROM auth_factors"))
                    .singleElement()
                    .asString()
                    .doesNotContain(begun.field("secret"));
        }
    }

    @Test
    void inABrowserTheSecondHalfSetsTheCookieToo() throws Exception {
        try (var database = TestDatabase.sqlite();
                var house = House.of(database)) {
            var phone = Phone.enrol(house, house.asAdmin());
            house.installation().clock.advance(STEP);
            var body = Client.json(
                    "challenge", login(house).field("challenge"), "code", phone.code(), "session", "cookie");
            var foreign = house.client().with("Origin", "https://evil.example");
            assertThat(foreign.post("/auth/login/second-factor", body).status()).isEqualTo(403);
            var granted = house.client().post("/auth/login/second-factor", body);
            assertThat(granted.json().path("refresh_token").isNull()).isTrue();
            assertThat(granted.header("Set-Cookie")).startsWith("wvw_refresh=").contains("HttpOnly");
        }
    }

    private static Reply off(Client client, String password, String code) {
        return client.send("DELETE", "/auth/totp", Client.json("current_password", password, "code", code));
    }

    private static List<String> column(House house, String sql) {
        return house.installation().database().read(connection -> {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(sql)) {
                var all = new java.util.ArrayList<String>();
                while (rows.next()) all.add(rows.getString(1));
                return all;
            }
        });
    }
}
