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

        @Setting(value = "How long a plugin may take to open, its tables not counted", fallback = "2m")
        Duration deadline,

        @Setting(value = "How long a plugin may take to close", fallback = "10s")
        Duration closeDeadline,

        @Setting(value = "Calls into a plugin that take longer count as slow", fallback = "1s")
        Duration slow,

        @Setting(value = "How long a plugin may take to answer a request or an event", fallback = "45s")
        Duration callDeadline,

        @Setting(value = "How long a job of a plugin may run", fallback = "12h")
        Duration jobDeadline,

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
        requireTime("deadline", deadline, "2m");
        requireTime("close-deadline", closeDeadline, "10s");
        requireTime("slow", slow, "1s");
        requireTime("call-deadline", callDeadline, "45s");
        requireTime("job-deadline", jobDeadline, "12h");
        trusted = List.copyOf(trusted);
        trusted.forEach(PluginsConfig::requireKey);
    }

    Patience patience() {
        return new Patience(slow, callDeadline, "plugins.call-deadline");
    }

    /** A job is not slow, whatever it takes. */
    Patience patienceWithJobs() {
        return new Patience(jobDeadline, jobDeadline, "plugins.job-deadline");
    }

    private static void requireTime(String name, Duration time, String example) {
        if (time.isPositive()) return;
        throw new IllegalArgumentException(name + " must be longer than nothing: " + example + ", say");
    }

    private static void requireKey(String text) {
        try {
            TrustedKeys.Named.of(text);
        } catch (IllegalArgumentException e) {
            // The text is not told: somebody may have written the private key there.
            throw new IllegalArgumentException("trusted has an entry that is " + e.getMessage(), e);
        }
    }
}
