package org.wvwbuilder.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Timeout;
import org.wvwbuilder.plugin.Event.Visibility;
import org.wvwbuilder.plugin.event.BuildSaved;
import org.wvwbuilder.testing.Await;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

/** What is on its way when the server ends. */
@Timeout(120)
class EndingTests {
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

    private static String made(House house, Receiver receiver) throws Exception {
        return house.webhook(receiver, "json", "['*']", "public")
                .json()
                .path("webhook")
                .path("id")
                .asText();
    }

    @OnBothEngines
    void whatArrivesWhileTheServerEndsIsOnRecordAndNotSentAgain(TestDatabase database) throws Exception {
        try (var receiver = Receiver.plain("127.0.0.1")) {
            var answering = new CountDownLatch(1);
            receiver.hold(answering);
            String id;
            try (var house = new House(database, receiver.port())) {
                id = made(house, receiver);
                house.tell(build());
                Await.until("it is on its way", () -> receiver.calls.size() == 1);
                var ending = Thread.ofPlatform().start(house::stop);
                Await.until("the end waits for it", () -> ending.getState() == Thread.State.TIMED_WAITING);
                answering.countDown();
                ending.join();
                assertThat(house.newest(id).path("state").asText()).isEqualTo("delivered");
            }
            try (var house = new House(database, receiver.port())) {
                house.clock.advance(Duration.ofHours(1));
                var marker = made(house, receiver);
                house.post("/webhooks/" + marker + "/ping", "");
                Await.until(
                        "the queue was looked at",
                        () -> house.newest(marker).path("state").asText().equals("delivered"));
                assertThat(receiver.calls).hasSize(2);
            }
        }
    }

    @OnBothEngines
    void aReceiverThatNeverAnswersDoesNotKeepTheServer(TestDatabase database) throws Exception {
        try (var receiver = Receiver.plain("127.0.0.1");
                var house = new House(database, receiver.port())) {
            receiver.hold(new CountDownLatch(1));
            made(house, receiver);
            house.tell(build());
            Await.until("it is on its way", () -> receiver.calls.size() == 1);
            long begun = System.nanoTime();
            house.stop();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
        }
    }
}
