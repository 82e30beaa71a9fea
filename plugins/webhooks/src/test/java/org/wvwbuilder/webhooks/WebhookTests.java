package org.wvwbuilder.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Timeout;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.plugin.Event.Visibility;
import org.wvwbuilder.plugin.HealthCheck.Health;
import org.wvwbuilder.plugin.event.BuildSaved;
import org.wvwbuilder.testing.Await;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

@Timeout(120)
class WebhookTests {
    @OnBothEngines
    void administratorsMakeChangeAndDeleteThem(TestDatabase database) throws Exception {
        try (var receiver = Receiver.plain("127.0.0.1");
                var house = new House(database, receiver.port())) {
            assertThat(house.send("GET", "/webhooks", "", "commander", "").status())
                    .isEqualTo(403);
            assertThat(house.get("/webhooks").json().path("items").isEmpty()).isTrue();
            assertThat(house.get("/webhooks/events").text())
                    .contains("build-saved", "build-deleted", "composition-saved", "log-alert", "account-changed");
            var made = house.webhook(receiver, "json", "['build-saved','log-alert']", "team");
            var webhook = made.json().path("webhook");
            assertThat(made.json().path("secret").asText()).matches("whsec_[A-Za-z0-9+/]{43}=");
            assertThat(webhook.path("url").asText()).endsWith("/hook?…");
            var path = "/webhooks/" + webhook.path("id").asText();
            var seen = house.get(path);
            assertThat(seen.tag()).isEqualTo(made.tag());
            var changed = house.send(
                    "PATCH",
                    path,
                    "{'name':'New','paused':true}",
                    "admin",
                    seen.tag().orElseThrow());
            assertThat(changed.field("name") + changed.field("state")).isEqualTo("Newpaused");
            assertThat(changed.json().path("events").size()).isEqualTo(2);
            var stale = house.send("DELETE", path, "", "admin", seen.tag().orElseThrow());
            assertThat(stale.status()).isEqualTo(412);
            assertThat(house.send("DELETE", path, "", "admin", changed.tag().orElseThrow())
                            .status())
                    .isEqualTo(204);
            assertThat(house.get(path).status()).isEqualTo(404);
        }
    }

    @OnBothEngines
    void whatIsNotRightIsNamedAndChangesNothing(TestDatabase database) throws Exception {
        try (var house = new House(database, 443)) {
            for (var url :
                    List.of("https://127.0.0.1/", "http://elsewhere.example/", "nothing", "https://x.example/…")) {
                var answer = house.post("/webhooks", "{'name':' ','url':'" + url + "','events':['build-eaten']}");
                assertThat(answer.status()).isEqualTo(422);
                assertThat(answer.json().path("errors").findValuesAsText("pointer"))
                        .containsExactly("/name", "/url", "/events");
            }
            for (var events : List.of("[]", "[null]", "['*','build-saved']", "['build-saved','build-saved']")) {
                var answer = house.post(
                        "/webhooks", "{'name':'a','url':'http://home.example:443/','events':" + events + "}");
                assertThat(answer.json().path("errors").findValuesAsText("pointer"))
                        .as(events)
                        .containsExactly("/events");
            }
            var discord = "{'name':'a','kind':'discord','url':'http://home.example:443/x','events':['*']}";
            assertThat(house.post("/webhooks", discord).text()).contains("Copy Webhook URL");
            assertThat(house.get("/webhooks").json().path("items").isEmpty()).isTrue();
        }
    }

    @OnBothEngines
    void secretsAreToldOnceAndNeverAgain(TestDatabase database) throws Exception {
        try (var receiver = Receiver.plain("127.0.0.1");
                var house = new House(database, receiver.port())) {
            var json = house.webhook(receiver, "json", "['*']", "public");
            house.webhook(receiver, "discord", "['*']", "public");
            var first = json.json().path("secret").asText();
            var path = "/webhooks/" + json.json().path("webhook").path("id").asText();
            var renewed = house.post(path + "/secret", "");
            var second = renewed.json().path("secret").asText();
            assertThat(second).isNotEqualTo(first);
            receiver.always(500);
            house.tell(new BuildSaved(
                    Instant.parse("2026-11-28T20:00:00Z"),
                    "b",
                    "o",
                    "o",
                    "n",
                    "p",
                    "",
                    Visibility.PUBLIC,
                    Optional.empty(),
                    true));
            Await.until("both failed", () -> receiver.calls.size() >= 2);
            Await.until("noted", () -> house.get("/metrics").text().contains("wvw_webhooks_failed_attempts 2.0"));
            house.post("/webhooks", "{'name':'a','url':'https://user:canary-word@x.example/','events':['*']}");
            house.post("/webhooks", "{'name':'a','url':'https://127.0.0.1/canary-path','events':['*'],'x':'canary'}");
            var told = new StringBuilder(String.join("\n", house.context.logged()));
            for (var each : List.of("/webhooks", path, path + "/deliveries", "/metrics")) {
                told.append(house.get(each).text());
            }
            told.append(house.get(path + "/deliveries/"
                            + house.get(path + "/deliveries")
                                    .json()
                                    .path("items")
                                    .path(0)
                                    .path("id")
                                    .asText())
                    .text());
            assertThat(told.toString()).doesNotContain("canary", first, second);
            assertThat(everythingOnDisk(database)).doesNotContain("canary", first, second);
        }
    }

    /** What a server on the same database sees that has another file, or none as after a restore. */
    @OnBothEngines
    void aServerThatCannotReadAWebhookLeavesItAlone(TestDatabase database) throws Exception {
        try (var receiver = Receiver.plain("127.0.0.1");
                var house = new House(database, receiver.port())) {
            var made = house.webhook(receiver, "json", "['*']", "public").json();
            var path = "/webhooks/" + made.path("webhook").path("id").asText();
            var secret = Files.readString(house.keyFile);
            var check = house.contributions(Contribution.Check.class).getFirst().check();
            assertThat(check.check()).isInstanceOf(Health.Up.class);
            for (var file : List.of("", "A".repeat(43) + "\n")) {
                if (file.isEmpty()) Files.delete(house.keyFile);
                else Files.writeString(house.keyFile, file);
                house.context.logged().clear();
                assertThat(check.check().toString()).contains("Degraded", "webhooks.key-file");
                var refused = house.webhook(receiver, "json", "['*']", "public");
                assertThat(refused.status() + refused.text()).startsWith("503").contains("webhooks.key-file");
                assertThat(house.post(path + "/secret", "").status()).isEqualTo(503);
                assertThat(Files.exists(house.keyFile)).isNotEqualTo(file.isEmpty());
                assertThat(house.post(path + "/ping", "").status()).isEqualTo(202);
                Await.until(
                        "it was left", () -> house.context.logged().toString().contains("cannot read the webhook"));
                assertThat(house.get(path).field("state")).isEqualTo("active");
                var waiting = house.newest(made.path("webhook").path("id").asText());
                assertThat(waiting.path("state").asText() + waiting.path("attempts"))
                        .isEqualTo("waiting0");
                Files.deleteIfExists(house.keyFile);
                Files.writeString(house.keyFile, secret);
                Files.setPosixFilePermissions(house.keyFile, PosixFilePermissions.fromString("rw-------"));
                Await.until(
                        "it arrived",
                        () -> house.newest(made.path("webhook").path("id").asText())
                                .path("state")
                                .asText()
                                .equals("delivered"));
            }
            assertThat(receiver.calls).hasSize(2);
        }
    }

    /** SQLite's file and the plugin's folder; on PostgreSQL only the folder. */
    private static String everythingOnDisk(TestDatabase database) throws Exception {
        var all = new StringBuilder();
        try (var files = Files.walk(database.directory())) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        assertThat(all.length()).isPositive();
        return all.toString();
    }
}
