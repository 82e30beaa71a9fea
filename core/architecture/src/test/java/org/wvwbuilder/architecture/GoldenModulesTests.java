package org.wvwbuilder.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/**
 * What each module requires, exports and provides stands in a file, so that a change of it is seen in a review. With
 * {@code -Dgolden.write=true} the files are written anew.
 */
class GoldenModulesTests {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    @Test
    void everyModuleDescriptionIsTheOneThatWasReviewed() throws Exception {
        for (var module : Modules.FOLDERS.keySet()) {
            var described = describe(Modules.descriptor(module));
            var file = GOLDEN.resolve(module + ".txt");
            if (Boolean.getBoolean("golden.write")) Files.writeString(file, described);
            assertThat(described).as(module).isEqualTo(Files.readString(file));
        }
    }

    private static String describe(ModuleDescriptor module) {
        var lines = new ArrayList<String>();
        module.requires()
                .forEach(it -> lines.add("requires "
                        + it.modifiers().stream()
                                .map(modifier -> modifier.name().toLowerCase(java.util.Locale.ROOT) + " ")
                                .sorted()
                                .reduce("", String::concat)
                        + it.name()));
        module.exports()
                .forEach(it -> lines.add("exports " + it.source() + (it.isQualified() ? " to " + it.targets() : "")));
        module.opens()
                .forEach(it -> lines.add("opens " + it.source() + (it.isQualified() ? " to " + it.targets() : "")));
        module.uses().forEach(it -> lines.add("uses " + it));
        module.provides().forEach(it -> lines.add("provides " + it.service() + " with " + it.providers()));
        lines.sort(null);
        return module.name() + "\n  " + String.join("\n  ", lines) + "\n";
    }
}
