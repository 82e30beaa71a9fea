package org.wvwbuilder.loadtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wvwbuilder.loadtest.plan.Scenario;
import org.wvwbuilder.loadtest.plan.ScenarioFile;

@Timeout(60)
class ScenarioTests {
    @TempDir
    Path folder;

    private static Scenario read(String json) throws IOException {
        return new ScenarioFile((Map<?, ?>) JSON.std.anyFrom(json)).scenario();
    }

    @Test
    void theShippedExampleIsRead() throws Exception {
        var example = read(Files.readString(Path.of("../../etc/loadtest.json")));
        assertThat(example.endpoints()).hasSizeGreaterThan(3);
        assertThat(example.signedIn()).isTrue();
    }

    @Test
    void whatIsWrongIsNamed() {
        for (var wrong : List.of(
                List.of("{\"endpoints\": [{\"path\": \"/a\", \"wieght\": 3}]}", "no key 'wieght'"),
                List.of("{\"endpoints\": []}", "1 to 32 endpoints"),
                List.of("{}", "endpoints: a list"),
                List.of("{\"endpoints\": [{\"path\": \"a\"}]}", "path"),
                List.of("{\"endpoints\": [{\"path\": \"/a b\"}]}", "path"),
                List.of("{\"endpoints\": [{\"path\": \"/a\\r\\nX: y\"}]}", "path"),
                List.of("{\"endpoints\": [{\"path\": \"/\", \"method\": \"TRACE\"}]}", "method"),
                List.of("{\"endpoints\": [{\"path\": \"/\", \"headers\": {\"A\": \"b\\r\\nC: d\"}}]}", "ASCII"),
                List.of("{\"endpoints\": [{\"path\": \"/\", \"headers\": {\"Authorization\": \"x\"}}]}", "set by gw2"),
                List.of("{\"endpoints\": [{\"path\": \"/\", \"headers\": {\"Host\": \"x\"}}]}", "set by gw2"),
                List.of("{\"endpoints\": [{\"path\": \"/\", \"requests\": 2000000}]}", "requests"),
                List.of("{\"endpoints\": [{\"path\": \"/\", \"concurrency\": 1000}]}", "concurrency"),
                List.of("{\"endpoints\": [{\"path\": \"/\", \"expect\": \"ok\"}]}", "expect"),
                List.of("{\"endpoints\": [{\"path\": \"/\"}, {\"path\": \"/\"}]}", "rename one"))) {
            assertThatThrownBy(() -> read(wrong.getFirst()))
                    .describedAs(wrong.getFirst())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(wrong.getLast());
        }
    }

    @Test
    void methodsBodiesHeadersWeightsAndStatusesAreWhatTheFileSays() throws Exception {
        var file = Files.writeString(folder.resolve("scenario.json"), """
                {"endpoints": [
                  {"name": "Save", "method": "POST", "path": "/save?x=1", "signed_in": false, "weight": 3,
                   "headers": {"X-A": "b"}, "body": "{\\"a\\": \\"é\\"}", "expect": [201]},
                  {"name": "Miss", "path": "/miss", "signed_in": false, "weight": 1, "expect": 404}]}""");
        try (var server = new LocalServer((request, out) ->
                out.whole(request.startsWith("POST /save?x=1 ") && request.contains("X-A: b\r\n") ? 201 : 404, "x"))) {
            var typed = Operator.at(
                    server, "--scenario", file.toString(), "--rate", "100", "--for", "1s", "--warmup", "0s");
            assertThat(typed.run()).describedAs(typed.seen()).isZero();
            assertThat(typed.seen()).containsPattern("Save +75 +0 ").containsPattern("Miss +25 +0 ");
            assertThat(server.requests.stream().filter(it -> it.endsWith("{\"a\": \"é\"}")))
                    .hasSize(75)
                    .allMatch(it -> it.contains("Content-Type: application/json\r\n"));
        }
    }
}
