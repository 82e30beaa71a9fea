package org.wvwbuilder.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No plugin of ours is exempt from what we ask of others. */
class EveryPluginTests {
    private static final Pattern MODULE = Pattern.compile("(?m)^(?:open )?module ([\\w.]+) \\{");

    @Test
    void eachKeepsTheContract() throws IOException {
        var contracts = new StringBuilder();
        try (var files = Files.list(Path.of("src/test/java/org/wvwbuilder/contracts"))) {
            for (var file : files.toList()) contracts.append(Files.readString(file));
        }
        try (var plugins = Files.list(Path.of("../../plugins"))) {
            var descriptors = plugins.map(plugin -> plugin.resolve("src/main/java/module-info.java"))
                    .filter(Files::exists)
                    .toList();
            assertThat(descriptors).hasSizeGreaterThan(9);
            for (var descriptor : descriptors) {
                var module = MODULE.matcher(Files.readString(descriptor));
                assertThat(module.find()).as(descriptor.toString()).isTrue();
                assertThat(contracts).contains("return \"" + module.group(1) + "\";");
            }
        }
    }
}
