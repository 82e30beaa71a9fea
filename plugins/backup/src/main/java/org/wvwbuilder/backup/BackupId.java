package org.wvwbuilder.backup;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** The name of a backup: the second of its making in UTC, so that names sort by time, and four random digits. */
final class BackupId {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private BackupId() {}

    static String next(Instant now) {
        return MOMENT.format(now) + "-"
                + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt(), 4);
    }

    /** @return nothing for a name that is not one of ours */
    static Optional<Instant> moment(String id) {
        try {
            return Optional.of(MOMENT.parse(id.split("-", 2)[0], Instant::from));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
