package org.wvwbuilder.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Timeout;
import org.wvwbuilder.plugin.Event;
import org.wvwbuilder.plugin.Event.Visibility;
import org.wvwbuilder.plugin.HealthCheck.Health;
import org.wvwbuilder.plugin.event.AccountChanged;
import org.wvwbuilder.plugin.event.BuildDeleted;
import org.wvwbuilder.plugin.event.BuildSaved;
import org.wvwbuilder.plugin.event.LogAlert;
import org.wvwbuilder.testing.Await;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

@Timeout(120)
class DeliveryTests {
    private static final Instant NOW = Instant.parse("2026-11-28T20:00:00Z");

    private static BuildSaved build(String name, Visibility visibility) {
        return new BuildSaved(
                NOW, "b1", "anna-id", "anna-id", name, "Guardian", "[&DQ=]", visibility, Optional.empty(), true);
    }

    /** An event that joins the plugin API some day: nothing here knows it. */
    public record BackupMade(Instant at, String backupId, long bytes, Duration took, boolean verified)
            implements Event {}

    /** Another plugin's, with a word of its own for who may see it. */
    public record Shared(Instant at, String name, String visibility) implements Event {}

    @OnBothEngines
    void anEventArrivesSignedAndNamed(TestDatabase database) throws Exception {
        try (var receiver = Receiver.plain("127.0.0.1");
                var house = new House(database, receiver.port())) {
            var made = house.webhook(receiver, "json", "['build-saved']", "public");
            assertThat(made.status()).as(made.text()).isEqualTo(201);
            house.tell(build("Firebrand", Visibility.PUBLIC));
            house.tell(new AccountChanged(NOW, "anna-id", AccountChanged.Change.CHANGED));
            Await.until("it arrived", () -> receiver.calls.size() == 1);
            var call = receiver.calls.getFirst();
            var body = new ObjectMapper().readTree(call.body());
            assertThat(body.path("type").asText()).isEqualTo("build-saved");
            assertThat(body.path("data").path("name").asText()).isEqualTo("Firebrand");
            assertThat(body.path("data").path("created").asBoolean()).isTrue();
            assertThat(body.path("data").has("at")).isFalse();
            assertThat(body.path("people").path("anna-id").asText()).isEqualTo("Anna");
            assertThat(call.headers())
                    .containsEntry("Webhook-id", body.path("id").asText());
            var secret = made.json().path("secret").asText();
            assertThat(Verification.holds(secret, call.headers(), call.body())).isTrue();
            assertThat(Verification.holds(secret, call.headers(), call.body() + " "))
                    .isFalse();
            var id = made.json().path("webhook").path("id").asText();
            Await.until(
                    "it is noted", () -> house.newest(id).path("state").asText().equals("delivered"));
            assertThat(house.get("/webhooks/" + id).json().path("delivered_at").isNull())
                    .isFalse();
        }
    }

    @OnBothEngines
    void whatIsPrivateIsToldToNobody(TestDatabase database) throws Exception {
        try (var open = Receiver.plain("127.0.0.1");
                var team = Receiver.plain("127.0.0.1");
                var house = new House(database, open.port(), team.port())) {
            house.webhook(open, "json", "['*']", "public");
            house.webhook(team, "json", "['*']", "team");
            house.tell(build("canary private", Visibility.PRIVATE));
            house.tell(new BuildDeleted(
                    NOW, "b", "anna-id", "anna-id", "canary gone", Visibility.PRIVATE, Optional.empty()));
            house.tell(new Shared(NOW, "canary unknown", "somebody"));
            house.tell(build("of the team", Visibility.TEAM));
            house.tell(build("of all", Visibility.PUBLIC));
            Await.until("all arrived", () -> open.calls.size() == 1 && team.calls.size() == 2);
            assertThat(open.calls).extracting(Receiver.Call::body).allMatch(body -> body.contains("of all"));
            assertThat(team.calls).extracting(Receiver.Call::body).noneMatch(body -> body.contains("canary"));
        }
    }

    @OnBothEngines
    void anEventThatNobodyHereKnowsIsSentToo(TestDatabase database) throws Exception {
        try (var receiver = Receiver.plain("127.0.0.1");
                var house = new House(database, receiver.port())) {
            house.webhook(receiver, "json", "['*']", "public");
            house.tell(new BackupMade(NOW, "x", 12, Duration.ofSeconds(3), true));
            Await.until("it arrived", () -> receiver.calls.size() == 1);
            assertThat(receiver.calls.getFirst().body())
                    .contains("\"type\":\"backup-made\"", "\"backup_id\":\"x\"", "\"took\":\"PT3S\"", "true");
        }
    }

    @OnBothEngines
    void discordGetsAMessageThatMentionsNobody(TestDatabase database) throws Exception {
        try (var receiver = Receiver.plain("127.0.0.1");
                var house = new House(database, receiver.port())) {
            house.webhook(receiver, "discord", "['*']", "public");
            house.tell(build("@everyone [x](http://evil) " + "y".repeat(3_000), Visibility.PUBLIC));
            house.tell(new LogAlert(NOW, "storm", "application", 3, Duration.ofMinutes(5), "z".repeat(9_000)));
            Await.until("both arrived", () -> receiver.calls.size() == 2);
            for (var call : receiver.calls) {
                var body = new ObjectMapper().readTree(call.body());
                assertThat(body.path("allowed_mentions").path("parse").isEmpty())
                        .isTrue();
                var embed = body.path("embeds").path(0);
                assertThat(embed.path("title").asText()).hasSizeLessThanOrEqualTo(256);
                assertThat(embed.path("fields").size()).isBetween(1, 25);
                embed.path("fields").forEach(field -> {
                    assertThat(field.path("name").asText()).hasSizeBetween(1, 256);
                    assertThat(field.path("value").asText()).hasSizeBetween(1, 1024);
                });
                assertThat(embed.toString()).hasSizeLessThan(6_000).doesNotContain("@everyone [x](");
                assertThat(call.headers()).doesNotContainKey("Webhook-signature");
            }
            assertThat(receiver.calls.getFirst().body()).contains("Build created", "Anna", "Guardian");
        }
    }

    @OnBothEngines
    void whatFailsIsTriedAgainLaterAndLater(TestDatabase database) throws Exception {
        try (var receiver = Receiver.plain("127.0.0.1");
                var house = new House(database, receiver.port())) {
            receiver.then(500, "broken", Map.of());
            receiver.then(429, "", Map.of("Retry-After", "3600"));
            var id = house.webhook(receiver, "json", "['*']", "public")
                    .json()
                    .path("webhook")
                    .path("id")
                    .asText();
            house.tell(build("one", Visibility.PUBLIC));
            Await.until(
                    "it failed",
                    () -> house.newest(id).path("attempts").asInt() == 1
                            && house.newest(id).path("status").asInt() == 500);
            var next = Instant.parse(house.newest(id).path("next_at").asText());
            assertThat(Duration.between(NOW, next)).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(12));
            house.clock.advance(Duration.ofSeconds(12));
            Await.until("it failed again", () -> house.newest(id).path("status").asInt() == 429);
            next = Instant.parse(house.newest(id).path("next_at").asText());
            assertThat(Duration.between(house.clock.instant(), next)).isEqualTo(Duration.ofHours(1));
            house.clock.advance(Duration.ofHours(1));
            Await.until(
                    "it arrived", () -> house.newest(id).path("state").asText().equals("delivered"));
            assertThat(receiver.calls).hasSize(3);
            assertThat(receiver.calls)
                    .extracting(call -> call.headers().get("Webhook-id"))
                    .containsOnly(receiver.calls.getFirst().headers().get("Webhook-id"));
        }
    }

    @OnBothEngines
    void afterADayItIsGivenUpAndTheWebhookStopsUntilSomebodyResumes(TestDatabase database) throws Exception {
        try (var receiver = Receiver.plain("127.0.0.1");
                var house = new House(database, receiver.port())) {
            receiver.always(503);
            var id = house.webhook(receiver, "json", "['*']", "public")
                    .json()
                    .path("webhook")
                    .path("id")
                    .asText();
            house.tell(build("one", Visibility.PUBLIC));
            for (int i = 1; house.newest(id).path("state").asText().equals("waiting"); i++) {
                int attempts = i;
                Await.until(
                        "attempt " + i,
                        () -> house.newest(id).path("attempts").asInt() == attempts
                                && !house.newest(id).path("outcome").asText().isEmpty()
                                && receiver.calls.size() == attempts);
                if (house.newest(id).path("state").asText().equals("waiting")) {
                    Await.until(
                            "noted",
                            () -> house.get("/webhooks/" + id)
                                            .json()
                                            .path("failures")
                                            .asInt()
                                    == attempts);
                    house.clock.advance(Duration.ofHours(6).plusMinutes(80));
                }
            }
            assertThat(house.newest(id).path("state").asText()).isEqualTo("given_up");
            house.clock.advance(Duration.ofDays(1));
            house.tell(build("two", Visibility.PUBLIC));
            house.tell(build("three", Visibility.PUBLIC));
            Await.until(
                    "it is stopped",
                    () -> house.get("/webhooks/" + id).field("state").equals("stopped"));
            assertThat(house.newest(id).path("state").asText()).isEqualTo("given_up");
            var check = house.contributions(org.wvwbuilder.plugin.Contribution.Check.class)
                    .getFirst()
                    .check();
            assertThat(check.check()).isInstanceOf(Health.Degraded.class);
            assertThat(house.post("/webhooks/" + id + "/ping", "").status()).isEqualTo(409);
            receiver.always(200);
            var resumed = house.send("PATCH", "/webhooks/" + id, "{'paused':false}", "admin", "");
            assertThat(resumed.field("state")).isEqualTo("active");
            assertThat(check.check()).isInstanceOf(Health.Up.class);
            var again = house.post(
                    "/webhooks/" + id + "/deliveries/"
                            + house.newest(id).path("id").asText() + "/redeliver",
                    "");
            assertThat(again.status()).isEqualTo(202);
            Await.until(
                    "it arrived", () -> house.newest(id).path("state").asText().equals("delivered"));
        }
    }

    @OnBothEngines
    void aReceiverThatIsGoneIsAskedNoMore(TestDatabase database) throws Exception {
        try (var receiver = Receiver.plain("127.0.0.1");
                var house = new House(database, receiver.port())) {
            receiver.always(404);
            var id = house.webhook(receiver, "discord", "['*']", "public")
                    .json()
                    .path("webhook")
                    .path("id")
                    .asText();
            house.tell(build("one", Visibility.PUBLIC));
            Await.until(
                    "it is stopped",
                    () -> house.get("/webhooks/" + id).field("state").equals("stopped"));
            assertThat(receiver.calls).hasSize(1);
        }
    }

    @OnBothEngines
    void anOldAttemptStopsNothingThatWasPausedSince(TestDatabase database) throws Exception {
        try (var receiver = Receiver.plain("127.0.0.1");
                var house = new House(database, receiver.port())) {
            var until = new CountDownLatch(1);
            receiver.hold(until);
            receiver.always(410);
            var id = house.webhook(receiver, "json", "['*']", "public")
                    .json()
                    .path("webhook")
                    .path("id")
                    .asText();
            house.tell(build("one", Visibility.PUBLIC));
            Await.until("it is on its way", () -> receiver.calls.size() == 1);
            house.tell(build("two", Visibility.PUBLIC));
            house.send("PATCH", "/webhooks/" + id, "{'paused':true}", "admin", "");
            until.countDown();
            Await.until(
                    "it is noted",
                    () -> house.get("/webhooks/" + id).json().path("failures").asInt() == 1);
            assertThat(house.get("/webhooks/" + id).field("state")).isEqualTo("paused");
            assertThat(house.newest(id).path("state").asText()).isEqualTo("waiting");
        }
    }

    @OnBothEngines
    void aQueueIsBoundedAndOldDeliveriesGo(TestDatabase database) throws Exception {
        try (var receiver = Receiver.plain("127.0.0.1");
                var house = new House(10, database, receiver.port())) {
            receiver.always(500);
            var id = house.webhook(receiver, "json", "['*']", "public")
                    .json()
                    .path("webhook")
                    .path("id")
                    .asText();
            for (int i = 0; i < 15; i++) house.tell(build("n" + i, Visibility.PUBLIC));
            assertThat(house.get("/webhooks/" + id).json().path("dropped").asInt())
                    .isEqualTo(5);
            Await.until(
                    "all were tried",
                    () -> house.get("/webhooks/" + id).json().path("failures").asInt() == 10);
            var job = house.contributions(org.wvwbuilder.plugin.Contribution.Job.class)
                    .getFirst();
            receiver.always(200);
            house.clock.advance(Duration.ofSeconds(12));
            Await.until(
                    "all arrived",
                    () -> house.get("/webhooks/" + id + "/deliveries?state=delivered")
                                    .json()
                                    .path("items")
                                    .size()
                            == 10);
            assertThat(job.task().run()).isEqualTo("deleted 0 deliveries");
            house.clock.advance(Duration.ofDays(15));
            assertThat(job.task().run()).isEqualTo("deleted 10 deliveries");
        }
    }
}
