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
        Duration deadline,

        @Setting(
                value = "Public keys whose signatures on third-party plugins count: base64, a blank, the owner's name",
                fallback = "")
        List<String> trusted,

        @Setting(
                value = "Third-party plugins that nobody signed: refuse, or allow while you develop one",
                fallback = "refuse")
        Unsigned unsigned) {

    /** What becomes of a third-party plugin without a manifest. */
    public enum Unsigned {
        REFUSE,
        ALLOW
    }

    public PluginsConfig {
        required = List.copyOf(required);
        disabled = List.copyOf(disabled);
        if (deadline.isNegative() || deadline.isZero()) {
            throw new IllegalArgumentException("deadline must be longer than nothing: 10s, say");
        }
        trusted = List.copyOf(trusted);
        trusted.forEach(PluginsConfig::requireKey);
    }

    private static void requireKey(String text) {
        try {
            TrustedKeys.Named.of(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("trusted: '" + text + "' is " + e.getMessage(), e);
        }
    }
}
