package org.wvwbuilder.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the command line says about the configuration.
 *
 * @param file the file of {@code --config}; the one in {@code etc/} when absent
 * @param overrides the settings of {@code --set}, by their whole key ({@code http.port})
 */
public record Launch(Optional<Path> file, Map<String, String> overrides) {

    public Launch {
        overrides = Map.copyOf(overrides);
    }

    /** The same with one more override. */
    Launch with(String key, String value) {
        var more = new LinkedHashMap<>(overrides);
        more.put(key, value);
        return new Launch(file, more);
    }

    /** A command line that says the same before the words of a command. */
    String[] words(String command) {
        var words = new ArrayList<String>();
        file.ifPresent(path -> words.addAll(List.of("--config", path.toString())));
        overrides.forEach((key, value) -> words.addAll(List.of("--set", key + "=" + value)));
        words.addAll(List.of(command.split(" ")));
        return words.toArray(String[]::new);
    }
}
