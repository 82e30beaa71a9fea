package org.wvwbuilder.logs.entry;

import java.util.Optional;

/** The two files of nginx, in the formats that it writes without being told otherwise. */
public enum NginxFormat implements LineFormat {
    /** {@code ADDRESS - USER [TIME] "REQUEST" STATUS BYTES "REFERRER" "AGENT"} */
    ACCESS {
        @Override
        public Optional<Entry> start(String line) {
            var open = line.indexOf('[');
            var close = line.indexOf("] \"", open + 1);
            var quote = close < 0 ? -1 : line.indexOf("\" ", close + 3);
            if (open < 0 || quote < 0 || line.length() < quote + 5) return Optional.of(Entry.plain(line));
            var time = Times.access(line.substring(open + 1, close));
            var status = line.substring(quote + 2, quote + 5);
            if (time.isEmpty() || !status.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return Optional.of(Entry.plain(line));
            }
            var number = Integer.parseInt(status);
            var message = line.substring(close + 3, quote) + " " + line.substring(quote + 2) + " "
                    + line.substring(0, open).strip();
            return Optional.of(new Entry(
                    time,
                    Severity.ofStatus(number),
                    "nginx",
                    message,
                    "",
                    Optional.of(number),
                    Optional.empty(),
                    Optional.empty(),
                    false));
        }
    },

    /** {@code 2026/11/24 09:12:17 [error] 123#123: *1 MESSAGE} */
    ERROR {
        @Override
        public Optional<Entry> start(String line) {
            if (line.length() < 22 || line.charAt(20) != '[') return Optional.empty();
            var time = Times.error(line.substring(0, 19));
            var close = line.indexOf(']', 20);
            if (time.isEmpty() || close < 0) return Optional.empty();
            var level = Severity.named(line.substring(21, close)).orElse(Severity.ERROR);
            return Optional.of(
                    Entry.of(time, level, "nginx", line.substring(close + 1).strip()));
        }
    }
}
