package org.wvwbuilder.logs.entry;

import java.util.Map;
import java.util.Optional;

/**
 * What {@code journalctl -o json} prints: an object a line. The server's own lines in there are read as such, so that a
 * warning of its stays one though systemd calls all that it prints informational.
 */
public final class JournalFormat implements LineFormat {
    private final ServerFormat server = new ServerFormat();

    @Override
    public Optional<Entry> start(String line) {
        return FlatJson.read(line).map(this::of);
    }

    private Entry of(Map<String, String> members) {
        var message = members.getOrDefault("MESSAGE", "");
        var own = server.start(message);
        if (own.isPresent()) return own.get();
        return Entry.of(
                Times.micros(members.getOrDefault("__REALTIME_TIMESTAMP", "")),
                priority(members.getOrDefault("PRIORITY", "6")),
                members.getOrDefault("SYSLOG_IDENTIFIER", members.getOrDefault("_COMM", "journal")),
                message);
    }

    private static Severity priority(String text) {
        return text.matches("[0-7]") ? Severity.ofPriority(Integer.parseInt(text)) : Severity.INFO;
    }
}
