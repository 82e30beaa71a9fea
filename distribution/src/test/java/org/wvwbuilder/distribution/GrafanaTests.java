package org.wvwbuilder.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrafanaTests {
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
        }
    }
}
