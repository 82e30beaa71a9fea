package org.wvwbuilder.kernel;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.plugin.Setting;

/** The table {@code plugins}. */
public record PluginsConfig(
        @Setting("Folder of third-party plugins, one folder each; <data.directory>/plugins when empty")
        Optional<Path> directory,

        @Setting(value = "Plugins without which the server does not start", fallback = "auth")
        List<String> required,

        @Setting(value = "Plugins that are not to be used", fallback = "")
        List<String> disabled,

        @Setting(value = "How long a plugin may take to open or to close", fallback = "10s")
        Duration deadline) {

    public PluginsConfig {
        required = List.copyOf(required);
        disabled = List.copyOf(disabled);
        if (deadline.isNegative() || deadline.isZero()) {
            throw new IllegalArgumentException("deadline must be longer than nothing: 10s, say");
        }
    }
}
