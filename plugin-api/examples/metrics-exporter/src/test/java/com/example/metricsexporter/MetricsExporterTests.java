package com.example.metricsexporter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.plugin.Database.Engine;
import org.wvwbuilder.plugin.Event.Visibility;
import org.wvwbuilder.plugin.event.BuildSaved;
import org.wvwbuilder.plugin.testkit.PluginTest;
import org.wvwbuilder.plugin.testkit.TestServer;
import org.wvwbuilder.testing.Await;

/** It keeps nothing in the database, so one engine is enough. */
@PluginTest(engines = Engine.SQLITE)
class MetricsExporterTests {

    @Test
    void prometheusReadsHowBusyTheGuildIs(TestServer server) {
        assertEquals("0.0", metric(server, "saved_builds"));
        assertEquals("NaN", metric(server, "quiet_seconds"));
        for (var name : new String[] {"Hammer train", "Boon strip"}) {
            server.events()
                    .publish(new BuildSaved(
                            server.clock().instant(), name, "1", "1", name, "Guardian", "[&DQEAAA==]", Visibility.PRIVATE, Optional.empty(), true));
        }
        Await.until("both are counted", () -> metric(server, "saved_builds").equals("2.0"));
        server.clock().advance(Duration.ofMinutes(5));
        assertEquals("300.0", metric(server, "quiet_seconds"));
    }

    /** The path is the server's own; whoever asks from this machine needs no account. */
    private static String metric(TestServer server, String name) {
        var beginning = "wvw_metrics_exporter_" + name + " ";
        return server.anonymous().get("/metrics").require(200).body()
                .lines()
                .filter(line -> line.startsWith(beginning))
                .map(line -> line.substring(beginning.length()))
                .findFirst()
                .orElse("not there");
    }
}
