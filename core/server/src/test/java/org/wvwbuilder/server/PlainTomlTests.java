package org.wvwbuilder.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTomlTests {

    @Test
    void readsWhatTheLibraryReads() throws Exception {
        var text = """
                # the settings
                [http]
                port = 8000
                host="127.0.0.1"

                [log-monitor]
                # nothing yet
                  [logs]\t
                days = 0
                format = "json # not a remark"
                plain = true
                other = false\r
                """;
        var flat = new LinkedHashMap<String, Object>();
        new TomlMapper()
                .readTree(text)
                .properties()
                .forEach(table -> table.getValue()
                        .properties()
                        .forEach(key -> flat.put(
                                table.getKey() + "." + key.getKey(),
                                key.getValue().isBoolean()
                                        ? key.getValue().booleanValue()
                                        : key.getValue().asText())));
        assertThat(flat).hasSize(6);
        var plain = new LinkedHashMap<String, Object>();
        PlainToml.read(text)
                .orElseThrow()
                .forEach((key, value) -> plain.put(key, value instanceof Boolean ? value : value.toString()));
        assertThat(plain).isEqualTo(flat);
        assertThat(PlainToml.read("").orElseThrow()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[a]\n[a]",
                "a = 1\n[a]",
                "[a]\nb = 1\nb = 2",
                "[a.b]\nc = 1",
                "[[a]]\nb = 1",
                "[a] # remark",
                "a.b = 1",
                "a = 'text'",
                "a = \"x\\n\"",
                "a = \"x\" # remark",
                "a = \"\"\"\nmore\n\"\"\"",
                "a = [\"x\", \"y\"]",
                "a = { b = 1 }",
                "a = 01",
                "a = 1_000",
                "a = -1",
                "a = 1.5",
                "a = 2026-11-28",
                "a = ",
                "a",
                "= 1",
                "\"a\" = 1",
                "[a"
            })
    void leavesAllElseToTheLibrary(String text) {
        assertThat(PlainToml.read(text)).isEmpty();
    }
}
