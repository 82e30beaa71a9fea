package org.wvwbuilder.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Timeout;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Event.Visibility;
import org.wvwbuilder.plugin.event.BuildSaved;
import org.wvwbuilder.testing.Await;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

/** What a busy database and an old attempt do not spoil. */
@Timeout(120)
class SecondChanceTests {
    private static BuildSaved build() {
        return new BuildSaved(
                Instant.parse("2026-11-28T20:00:00Z"),
                "b1",
                "anna-id",
                "anna-id",
                "one",
                "Guardian",
                "[&DQ=]",
                Visibility.PUBLIC,
                Optional.empty(),
                true);
    }

    @OnBothEngines
    void anEventThatTheDatabaseRefusesTwiceArrivesOnce(TestDatabase database) throws Exception {
        try (var receiver = Receiver.plain("127.0.0.1");
                var house = new House(database, receiver.port())) {
            var id = house.webhook(receiver, "json", "['*']", "public")
                    .json()
                    .path("webhook")
                    .path("id")
                    .asText();
            house.refusals.set(2);
            house.tell(build());
            Await.until(
                    "it arrived", () -> house.newest(id).path("state").asText().equals("delivered"));
            assertThat(house.refusals).hasValue(0);
            assertThat(receiver.calls).hasSize(1);
        }
    }

    /** Ten seconds of patience, and the event bus hears of it: it does not wait behind one event for ever. */
    @OnBothEngines
    void anEventThatTheDatabaseRefusesForLongIsGivenUpAndTheNextArrives(TestDatabase database) throws Exception {
        try (var receiver = Receiver.plain("127.0.0.1");
                var house = new House(database, receiver.port())) {
            var id = house.webhook(receiver, "json", "['*']", "public")
                    .json()
                    .path("webhook")
                    .path("id")
                    .asText();
            house.refusals.set(1_000);
            assertThatThrownBy(() -> house.tell(build())).isInstanceOf(Database.DatabaseException.class);
            assertThat(house.refusals).as("five attempts").hasValue(995);
            house.refusals.set(0);
            house.tell(build());
            Await.until(
                    "it arrived", () -> house.newest(id).path("state").asText().equals("delivered"));
            assertThat(receiver.calls)
                    .as("the one that was given up is not told of")
                    .hasSize(1);
        }
    }

    @OnBothEngines
    void anOldAttemptDoesNotStopAWebhookThatWasMendedSince(TestDatabase database) throws Exception {
        try (var receiver = Receiver.plain("127.0.0.1");
                var house = new House(database, receiver.port())) {
            var answering = new CountDownLatch(1);
            receiver.hold(answering);
            receiver.then(410, "", java.util.Map.of());
            var id = house.webhook(receiver, "json", "['*']", "public")
                    .json()
                    .path("webhook")
                    .path("id")
                    .asText();
            house.tell(build());
            Await.until("it is on its way", () -> receiver.calls.size() == 1);
            house.tell(build());
            var mended = house.send(
                    "PATCH",
                    "/webhooks/" + id,
                    "{'url':'http://home.example:" + receiver.port() + "/new'}",
                    "admin",
                    "");
            assertThat(mended.status()).as(mended.text()).isEqualTo(200);
            answering.countDown();
            Await.until(
                    "the next one arrived at the new address",
                    () -> house.newest(id).path("state").asText().equals("delivered"));
            assertThat(house.get("/webhooks/" + id).field("state")).isEqualTo("active");
            assertThat(receiver.calls.getLast().path()).isEqualTo("/new");
        }
    }
}
