package org.wvwbuilder.auth.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.auth.AuthSettings.Registration;
import org.wvwbuilder.auth.Client;
import org.wvwbuilder.auth.Client.Reply;
import org.wvwbuilder.auth.Installation;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.SignIns;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

/** Other plugins sign in whom they have made sure of, where the operator allows it. */
class PluginSignInTests {

    private static House house(TestDatabase database) throws Exception {
        return House.of(database, Installation.signInByPlugins());
    }

    private static Response open(House house, String username) {
        var caller = new Caller(
                Optional.empty(),
                "203.0.113.7",
                "Firefox",
                false,
                house.client().origin(),
                "r1");
        return house.installation().offer(SignIns.class).open(username, caller);
    }

    private static void assertRefused(House house, String username, String type) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> open(house, username))
                .satisfies(problem -> {
                    assertThat(problem.status()).isEqualTo(403);
                    assertThat(problem.type()).isEqualTo(type);
                });
    }

    private static String cookie(Response entered) {
        return entered.getHeaderString("Set-Cookie").replaceFirst(";.*", "");
    }

    private static Reply refresh(House house, Response entered) {
        return house.client()
                .with("Cookie", cookie(entered))
                .with("Origin", house.client().origin())
                .post("/auth/refresh", "{}");
    }

    private static List<String> signIns(House house, String field) {
        return house.asAdmin().get("/audit?action=sign-in").json().path("items").findValuesAsText(field);
    }

    @OnBothEngines
    void unlessTheOperatorSaysSoNobodyIsOfferedIt(TestDatabase database) throws Exception {
        try (var house = House.of(database, Installation.settings(Registration.OPEN))) {
            assertThat(house.installation().contributions(Contribution.Offer.class))
                    .hasSizeGreaterThan(2)
                    .noneMatch(offer -> offer.contract() == SignIns.class);
        }
    }

    @OnBothEngines
    void whatIsOpenedIsASessionAsAnyOther(TestDatabase database) throws Exception {
        try (var house = house(database)) {
            var entered = open(house, "ARIA");
            assertThat(entered.getStatus()).isEqualTo(303);
            assertThat(entered.getHeaderString("Location")).isEqualTo("/");
            assertThat(entered.getHeaderString("Cache-Control")).isEqualTo("no-store");
            assertThat(entered.getHeaderString("Set-Cookie")).contains("HttpOnly; SameSite=Strict");
            var me = house.client().as(refresh(house, entered));
            assertThat(me.get("/users/me").field("username")).isEqualTo("Aria");
            assertThat(signIns(house, "address")).containsExactly("203.0.113.7");
            assertThat(signIns(house, "detail")).containsExactly("by a plugin");
            house.asAdmin().send("DELETE", "/auth/sessions", "");
            assertThat(me.get("/users/me").status()).isEqualTo(401);
        }
    }

    @OnBothEngines
    void nobodyGetsAnAccountAndAnEmailAddressIsNoName(TestDatabase database) throws Exception {
        try (var house = house(database)) {
            for (var name : List.of("stranger", "", "aria@guild.example"))
                assertRefused(house, name, "account-unknown");
            assertThat(house.asAdmin().get("/users").json().path("items")).hasSize(1);
            assertThat(signIns(house, "outcome")).containsExactly("refused", "refused", "refused");
            assertThat(signIns(house, "detail")).containsOnly("by a plugin: unknown");
            assertThat(signIns(house, "subject")).containsOnly("");
        }
    }

    @OnBothEngines
    void aDisabledAccountStaysOut(TestDatabase database) throws Exception {
        try (var house = house(database)) {
            var bron = house.member("Bron").json().at("/user/id").asText();
            house.asAdmin().send("PATCH", "/users/" + bron, "{\"disabled\":true}");
            assertRefused(house, "bron", "account-disabled");
            assertThat(signIns(house, "subject")).containsExactly(bron);
            assertThat(house.asAdmin()
                            .send("PATCH", "/users/" + bron, "{\"disabled\":false}")
                            .status())
                    .isEqualTo(200);
            assertThat(open(house, "bron").getStatus()).isEqualTo(303);
        }
    }

    @OnBothEngines
    void aSecondFactorIsNotSkipped(TestDatabase database) throws Exception {
        try (var house = house(database)) {
            var phone = Phone.enrol(house, house.asAdmin());
            house.installation().clock.advance(Duration.ofSeconds(30));
            var asked = open(house, "aria");
            assertThat(asked.getHeaderString("Location")).isEqualTo("/sign-in#second-factor");
            assertThat(asked.getHeaderString("Set-Cookie"))
                    .startsWith("wvw_challenge=")
                    .doesNotContain("refresh");
            assertThat(signIns(house, "outcome")).isEmpty();
            var granted = house.client()
                    .with("Cookie", cookie(asked))
                    .with("Origin", house.client().origin())
                    .post("/auth/login/second-factor", Client.json("code", phone.code(), "session", "cookie"));
            assertThat(granted.status()).isEqualTo(200);
            assertThat(granted.json().at("/user/username").asText()).isEqualTo("Aria");
        }
    }

    /** Who tries passwords in somebody's name holds up passwords, and no other way in. */
    @Test
    void wrongPasswordsOfOthersHoldNobodyUpHere() throws Exception {
        try (var database = TestDatabase.sqlite();
                var house = house(database)) {
            for (int i = 0; i < 6; i++) house.login("aria", "wrong lanterns of the tower");
            assertThat(house.login("aria", House.PASSWORD).status()).isEqualTo(429);
            assertThat(open(house, "aria").getStatus()).isEqualTo(303);
        }
    }
}
