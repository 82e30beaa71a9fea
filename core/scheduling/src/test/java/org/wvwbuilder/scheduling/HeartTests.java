package org.wvwbuilder.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HeartTests {

    @Test
    void aBeatUnderWayIsNotCutOff() throws Exception {
        var begun = new CountDownLatch(1);
        var closing = new CountDownLatch(1);
        var end = new AtomicReference<String>("none");
        var heart = new Heart(() -> {
            begun.countDown();
            try {
                closing.await();
                // Long enough for an interrupt to come, were there one.
                Thread.sleep(50);
                end.set("finished");
            } catch (InterruptedException cut) {
                end.set("cut off");
            }
        });
        begun.await();
        closing.countDown();
        heart.close();
        assertThat(end).hasValue("finished");
    }

    @Test
    void aBeatThatFailsIsNotTheLastOne() throws Exception {
        var beats = new CountDownLatch(3);
        try (var heart = new Heart(() -> {
            beats.countDown();
            if (beats.getCount() == 2) throw new IllegalStateException("the database is away");
            throw new LinkageError("a driver that was replaced under way");
        })) {
            assertThat(heart).isNotNull();
            beats.await();
        }
    }

    @Test
    void aBeatThatHangsDoesNotHoldUpTheStop() throws Exception {
        var begun = new CountDownLatch(1);
        var cut = new CountDownLatch(1);
        var heart = new Heart(() -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException expected) {
                cut.countDown();
            }
        });
        begun.await();
        heart.close();
        cut.await();
    }
}
