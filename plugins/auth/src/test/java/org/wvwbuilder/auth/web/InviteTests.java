package org.wvwbuilder.auth.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.auth.AuthSettings.Registration;
import org.wvwbuilder.auth.Client;
import org.wvwbuilder.auth.Client.Reply;
import org.wvwbuilder.auth.Installation;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

class InviteTests {

    private static House house(TestDatabase database, Registration registration) throws Exception {
        return House.of(database, Installation.settings(registration));
    }

    private static Reply join(House house, String name, String code) {
        return house.client()
                .post(
                        "/auth/register",
                        Client.json(
                                "email",
                                name + "@guild.example",
                                "username",
                                name,
                                "password",
                                House.PASSWORD,
                                "invite",
                                code));
    }

    @OnBothEngines
    void anInvitationMakesOneAccountWithItsRole(TestDatabase database) throws Exception {
        try (var house = house(database, Registration.INVITE)) {
            assertThat(house.client().get("/auth/registration").field("registration"))
                    .isEqualTo("invite");
            assertThat(house.member("Bron").problem()).isEqualTo("invite-needed");
            var made = house.asAdmin().post("/invites", "{\"role\":\"commander\",\"note\":\"for Bron\"}");
            assertThat(made.status()).isEqualTo(201);
            var code = made.field("code");
            assertThat(code).hasSize(43);
            assertThat(made.field("link")).isEqualTo("/join#" + code);
            assertThat(made.json().at("/invite/expires_at").asText()).isEqualTo("2026-11-30T20:00:00Z");
            assertThat(house.asAdmin().get("/invites").text())
                    .contains("for Bron")
                    .doesNotContain(code);
            var bron = join(house, "Bron", code);
            assertThat(bron.status()).isEqualTo(201);
            assertThat(bron.json().at("/user/role").asText()).isEqualTo("commander");
            assertThat(join(house, "Cara", code).problem()).isEqualTo("invite-wrong");
            assertThat(house.asAdmin().get("/invites").json().path("items")).isEmpty();
            assertThat(house.asAdmin().get("/audit?action=invite-add").text()).doesNotContain(code);
        }
    }

    @OnBothEngines
    void aFailedRegistrationDoesNotUseItUp(TestDatabase database) throws Exception {
        try (var house = house(database, Registration.INVITE)) {
            var code = house.asAdmin().post("/invites", "{}").field("code");
            assertThat(join(house, "Aria", code).problem()).isEqualTo("email-taken");
            assertThat(join(house, "Bron", code).status()).isEqualTo(201);
        }
    }

    @OnBothEngines
    void ofManyWhoUseItAtOnceOneComesIn(TestDatabase database) throws Exception {
        try (var house = house(database, Registration.INVITE);
                var threads = Executors.newFixedThreadPool(8)) {
            var code = house.asAdmin().post("/invites", "{}").field("code");
            var statuses = threads
                    .invokeAll(IntStream.range(0, 8)
                            .mapToObj(i -> (Callable<Integer>)
                                    () -> join(house, "Bron" + i, code).status())
                            .toList())
                    .stream()
                    .map(done -> done.resultNow())
                    .toList();
            assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 403);
        }
    }

    @OnBothEngines
    void itEndsByTimeByWithdrawalAndForOtherAddresses(TestDatabase database) throws Exception {
        try (var house = house(database, Registration.INVITE)) {
            var made = house.asAdmin().post("/invites", Client.json("email", "BRON@guild.example"));
            assertThat(join(house, "Cara", made.field("code")).pointers()).containsExactly("/email");
            var withdrawn = house.asAdmin().post("/invites", "{}");
            var path = "/invites/" + withdrawn.json().at("/invite/id").asText();
            assertThat(house.asAdmin().send("DELETE", path, "").status()).isEqualTo(204);
            assertThat(house.asAdmin().send("DELETE", path, "").status()).isEqualTo(404);
            assertThat(join(house, "Cara", withdrawn.field("code")).status()).isEqualTo(403);
            house.installation().clock.advance(Duration.ofDays(7));
            assertThat(join(house, "Bron", made.field("code")).problem()).isEqualTo("invite-wrong");
        }
    }

    @OnBothEngines
    void nobodyRegistersWhereItIsClosedAndAnybodyWhereItIsOpen(TestDatabase database) throws Exception {
        try (var house = house(database, Registration.CLOSED)) {
            var code = house.asAdmin().post("/invites", "{}").field("code");
            assertThat(join(house, "Bron", code).problem()).isEqualTo("registration-closed");
            assertThat(house.client().get("/auth/registration").field("registration"))
                    .isEqualTo("closed");
        }
        try (var installation = Installation.of(database)) {
            var house = new House(installation, installation.serve(), null);
            assertThat(house.member("Bron").json().at("/user/role").asText()).isEqualTo("member");
        }
    }

    @Test
    void onlyAdministratorsInviteAndCodesAreNotGuessedForEver() throws Exception {
        try (var database = TestDatabase.sqlite();
                var house = house(database, Registration.OPEN)) {
            var bron = house.client().as(house.member("Bron"));
            assertThat(bron.get("/invites").status()).isEqualTo(403);
            assertThat(bron.post("/invites", "{}").status()).isEqualTo(403);
            assertThat(bron.send("DELETE", "/invites/x", "").status()).isEqualTo(403);
            assertThat(house.asAdmin()
                            .post("/invites", "{\"role\":\"king\",\"expires_in_days\":91}")
                            .pointers())
                    .containsExactly("/role", "/expires_in_days");
            for (int i = 0; i < 20; i++)
                assertThat(join(house, "Cara", "no" + i).status()).isEqualTo(403);
            assertThat(join(house, "Cara", "no").status()).isEqualTo(429);
        }
    }

    @Test
    void theListComesInPages() throws Exception {
        try (var database = TestDatabase.sqlite();
                var house = house(database, Registration.OPEN)) {
            for (int i = 0; i < 3; i++) house.asAdmin().post("/invites", Client.json("note", "n" + i));
            var page = house.asAdmin().get("/invites?limit=2").json();
            assertThat(page.path("items").findValuesAsText("note")).isEqualTo(List.of("n2", "n1"));
            var next = house.asAdmin()
                    .get("/invites?limit=2&cursor=" + page.path("next_cursor").asText());
            assertThat(next.json().path("items").findValuesAsText("note")).isEqualTo(List.of("n0"));
        }
    }
}
