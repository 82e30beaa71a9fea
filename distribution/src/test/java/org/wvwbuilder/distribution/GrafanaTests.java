package org.wvwbuilder.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard that is shipped fits what the server tells. */
class GrafanaTests {
    private static final Pattern OF_PLUGINS = Pattern.compile("(?m)^wvw_plugin_[a-z_]+(?=\\{)");
    private static final Pattern METRIC = Pattern.compile("\\b(wvw|jvm|process|system)_[a-z0-9_]+");

    @Test
    void theDashboardAsksForNothingThatTheServerDoesNotTell(@TempDir Path folder) throws Exception {
        try (var gw2 = Gw2.in(folder)) {
            var server = gw2.run();
            // The first answer makes the timers of requests.
            server.get("/metrics");
            var told = server.get("/metrics").body();
            var file = Tarball.home().resolve("etc/grafana/wvw-builder.json");
            var asked = new TreeSet<String>();
            for (var expression : new ObjectMapper().readTree(file.toFile()).findValuesAsText("expr")) {
                METRIC.matcher(expression).results().forEach(found -> asked.add(found.group()));
            }
            assertThat(asked).hasSizeGreaterThan(15);
            for (var metric : asked) {
                assertThat(told.lines()).as(metric).anyMatch(line -> line.matches(metric + "(\\{.*)? .*"));
            }
            var ofPlugins =
                    OF_PLUGINS.matcher(told).results().map(MatchResult::group).collect(Collectors.toSet());
            assertThat(ofPlugins).hasSizeGreaterThan(6);
            assertThat(asked).as("what is told of each plugin").containsAll(ofPlugins);
        }
    }
}
