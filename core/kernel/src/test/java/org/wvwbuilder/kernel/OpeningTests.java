package org.wvwbuilder.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wvwbuilder.plugin.OpenPlugin;

/** What becomes of a plugin that takes long to open, and what is told meanwhile. */
class OpeningTests {

    @Test
    void whatTakesLongIsToldAgainAndAgainUntilItEnds() throws Exception {
        var lines = new LinkedBlockingQueue<String>();
        var vigil = Vigil.over(Duration.ofMillis(20), () -> "auth is opening", lines::add);
        try (vigil) {
            for (var i = 0; i < 2; i++) {
                assertThat(lines.poll(20, TimeUnit.SECONDS)).matches("auth is opening, for \\d+ seconds now");
            }
        }
    }

    @Test
    void aDeadlineShowsWhereTheWorkStoodAndNotWhoWaited() {
        var deadline = new Deadline(Duration.ofMillis(200), "open-slow");
        assertThatThrownBy(() -> deadline.call(OpeningTests::standStill))
                .isInstanceOf(TimeoutException.class)
                .satisfies(late -> assertThat(late.getStackTrace())
                        .extracting(StackTraceElement::getMethodName)
                        .contains("standStill")
                        .doesNotContain("aDeadlineShowsWhereTheWorkStoodAndNotWhoWaited"));
        assertThat(deadline.stack())
                .extracting(StackTraceElement::getMethodName)
                .contains("standStill");
    }

    private static Object standStill() throws InterruptedException {
        new CountDownLatch(1).await();
        return "";
    }

    /** Its thread may come back after the server went on without it. */
    @Test
    void whatOpensTooLateStaysFailed() {
        var plugin = new LoadedPlugin(new Candidate(Path.of("plugins/late"), false), false);
        plugin.ended(PluginState.FAILED, new Fault("it did not open", "Ask its author."));
        assertThat(plugin.opened(OpenPlugin.of(), List.of())).isFalse();
        assertThat(plugin.state()).isEqualTo(PluginState.FAILED);
        assertThat(plugin.open()).isEmpty();
    }

    /** Also while its modules are looked at, when its id is not known yet. */
    @Test
    void nobodyIsToldToSwitchOffWhatTheServerNeeds(@TempDir Path base) throws Exception {
        var lead = LookingKernel.phases(base);
        var remedies = new java.util.HashMap<String, String>();
        for (var name : List.of("auth", "kill-feed")) {
            var plugin = lead.found(new Candidate(base.resolve(name), true));
            lead.attempt(plugin, PluginState.REJECTED, () -> {
                throw new IllegalStateException("its jar is odd");
            });
            assertThat(plugin.status().reason()).contains("it failed after FOUND", "its jar is odd");
            remedies.put(name, plugin.status().remedy());
        }
        assertThat(remedies.get("auth")).isEqualTo("Read the log of auth, and tell its author.");
        assertThat(remedies.get("kill-feed")).endsWith("; plugins.disabled turns it off.");
    }

    @Test
    void theTimesToOpenAndToCloseAreSetApart() throws Exception {
        var settings =
                new Settings(java.util.Map.of(), "gw2.toml", java.util.Map.of(), java.util.Map.of(), Path.of(""));
        var config = new Binder(settings).bind("plugins", PluginsConfig.class);
        assertThat(config.deadline()).isGreaterThanOrEqualTo(Duration.ofMinutes(2));
        assertThat(config.closeDeadline()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aReasonAndItsRemedyAreTwoSentencesOrTwoParts() {
        assertThat(new Fault("it has no rule", "annotate it").sentence()).isEqualTo("it has no rule; annotate it");
        assertThat(new Fault("it is not signed", "Ask its author.").sentence())
                .isEqualTo("it is not signed. Ask its author.");
        assertThat(new Fault("Did you mean 'brk'?", "See 'gw2 plugins'.").sentence())
                .isEqualTo("Did you mean 'brk'? See 'gw2 plugins'.");
        assertThat(new Fault("", "Take it out.").sentence()).isEqualTo("Take it out.");
    }
}
