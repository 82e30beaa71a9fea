package org.wvwbuilder.logs.entry;

import java.util.Map;
import java.util.Optional;

/** The server's own files, as text or JSON: {@code TIME LEVEL LOGGER [request_id=…] [user_id=…] MESSAGE}. */
public final class ServerFormat implements LineFormat {
    private static final String ACCESS = "access";

    @Override
    public Optional<Entry> start(String line) {
        return line.startsWith("{") ? FlatJson.read(line).map(ServerFormat::of) : text(line);
    }

    private static Optional<Entry> text(String line) {
        if (line.isEmpty() || line.charAt(0) < '0' || line.charAt(0) > '9') return Optional.empty();
        var words = line.split(" +", 4);
        if (words.length < 4) return Optional.empty();
        var time = Times.iso(words[0]);
        var level = Severity.named(words[1]);
        if (time.isEmpty() || level.isEmpty()) return Optional.empty();
        var rest = words[3];
        Optional<String> request = Optional.empty();
        Optional<String> user = Optional.empty();
        while (rest.startsWith("[request_id=") || rest.startsWith("[user_id=")) {
            var end = rest.indexOf("] ");
            if (end < 0) break;
            var value = Optional.of(rest.substring(rest.indexOf('=') + 1, end));
            if (rest.startsWith("[r")) request = value;
            else user = value;
            rest = rest.substring(end + 2);
        }
        if (words[2].equals(ACCESS)) return Optional.of(request(time, rest));
        return Optional.of(new Entry(time, level.get(), words[2], rest, "", Optional.empty(), request, user, false));
    }

    private static Entry of(Map<String, String> members) {
        var time = Times.iso(members.getOrDefault("timestamp", ""));
        var logger = members.getOrDefault("logger", "");
        var message = members.getOrDefault("message", "");
        if (logger.equals(ACCESS)) return request(time, message);
        return new Entry(
                time,
                Severity.named(members.getOrDefault("level", "info")).orElse(Severity.INFO),
                logger,
                message,
                members.getOrDefault("trace", "").stripTrailing(),
                Optional.empty(),
                Optional.ofNullable(members.get("request_id")),
                Optional.ofNullable(members.get("user_id")),
                false);
    }

    /** {@code METHOD PATH STATUS MILLISms REQUEST ADDRESS USER} */
    private static Entry request(Optional<java.time.Instant> time, String message) {
        var words = message.split(" ");
        var status = words.length == 7 && words[2].matches("[1-5][0-9]{2}")
                ? Optional.of(Integer.valueOf(words[2]))
                : Optional.<Integer>empty();
        if (status.isEmpty()) return Entry.of(time, Severity.INFO, ACCESS, message);
        return new Entry(
                time,
                Severity.ofStatus(status.get()),
                ACCESS,
                message,
                "",
                status,
                Optional.of(words[4]),
                Optional.of(words[6]).filter(user -> !user.equals("-")),
                false);
    }
}
