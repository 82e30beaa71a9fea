package com.example.buildherald;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.plugin.Event.Visibility;
import org.wvwbuilder.plugin.event.BuildSaved;
import org.wvwbuilder.plugin.testkit.Client;
import org.wvwbuilder.plugin.testkit.PluginTest;
import org.wvwbuilder.plugin.testkit.RecordedEvents;
import org.wvwbuilder.testing.Await;
import org.wvwbuilder.testing.TestClock;

/** Runs on SQLite and on PostgreSQL, in a server of its own each time. */
@PluginTest(settings = "build-herald.keep=2")
class BuildHeraldTests {
    private final Client anyone;
    private final RecordedEvents events;
    private final TestClock clock;

    BuildHeraldTests(Client anyone, RecordedEvents events, TestClock clock) {
        this.anyone = anyone;
        this.events = events;
        this.clock = clock;
    }

    @BeforeEach
    void threeBuildsAreSaved() {
        for (var name : List.of("Hammer train", "Water fields", "Boon strip")) save(name, Visibility.PUBLIC);
        save("Secret sauce", Visibility.PRIVATE);
        save("Roaming thief", Visibility.PUBLIC);
    }

    private void save(String name, Visibility visibility) {
        clock.advance(Duration.ofMinutes(1));
        events.publish(new BuildSaved(
                clock.instant(), name, "owner", "owner", name, "Guardian", "[&DQEAAA==]", visibility, Optional.empty(), true));
    }

    @Test
    void theNewestPublicOnesAreTold() {
        Await.until("the herald heard of the last one", () -> names().contains("Roaming thief"));
        assertEquals(List.of("Roaming thief", "Boon strip"), names());
    }

    private List<String> names() {
        return anyone.get("build-herald").require(200).json().findValuesAsText("name");
    }
}
