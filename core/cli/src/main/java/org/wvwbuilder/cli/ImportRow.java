package org.wvwbuilder.cli;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.wvwbuilder.plugin.Importer;
import org.wvwbuilder.plugin.Importer.Unusable;

/** A row of the original, with its values by their columns. */
record ImportRow(String table, Map<String, Object> values, ImportLedger ledger) implements Importer.Row {
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    /** What rows are called in the report, the first one that there is. */
    private static final String[] NAMES = {"name", "username", "email"};

    long key() {
        return number("id").orElse(0L);
    }

    String name() {
        for (var column : NAMES) {
            if (values.get(column) instanceof String name) return name;
        }
        return "";
    }

    @Override
    public Optional<Long> number(String column) {
        return values.get(column) instanceof Number number ? Optional.of(number.longValue()) : Optional.empty();
    }

    @Override
    public boolean flag(String column) {
        return number(column).orElse(0L) != 0;
    }

    /** Kept as text, in UTC unless it says otherwise: {@code 2026-01-01 20:15:00.000000}. */
    @Override
    public Optional<Instant> instant(String column) {
        if (!(values.get(column) instanceof String text)) return Optional.empty();
        var iso = text.strip().replace(' ', 'T');
        try {
            var instant = iso.matches(".*T.*(Z|[+-]\\d\\d:\\d\\d)")
                    ? OffsetDateTime.parse(iso).toInstant()
                    : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
            return Optional.of(Instant.ofEpochMilli(instant.toEpochMilli()))
                    .filter(known -> known.isAfter(EARLIEST) && known.isBefore(LATEST));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<String> text(String column) throws Unusable {
        var value = values.get(column);
        if (value instanceof byte[]) {
            throw new Unusable("the column " + column + " is not UTF-8: correct it in the original");
        }
        // PostgreSQL keeps no NUL in a text.
        return Optional.ofNullable(value).map(known -> known.toString().replace("\0", ""));
    }

    @Override
    public String line(String column, int most) throws Unusable {
        var line = text(column)
                .orElse("")
                .replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ")
                .strip();
        if (line.length() <= most) return line;
        remark("the column " + column + " is longer than " + most + " characters: its beginning was kept");
        return line.substring(0, Character.isHighSurrogate(line.charAt(most - 1)) ? most - 1 : most)
                .strip();
    }

    @Override
    public String newId(String origin) {
        var hash = ByteBuffer.wrap(sha256(String.join("\0", table, String.valueOf(key()), origin)));
        long millis = instant("created_at").orElse(EARLIEST).toEpochMilli();
        long high = millis << 16 | 0x7000 | hash.getShort() & 0xfff;
        return new UUID(high, hash.getLong() >>> 2 | 1L << 63).toString();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    @Override
    public void taken(String id) {
        ledger.taken(this, id);
    }

    @Override
    public void present(String id) {
        ledger.present(this, id);
    }

    @Override
    public void leave(String why) {
        ledger.leave(this, why);
    }

    @Override
    public void remark(String what) {
        ledger.remark(this, what);
    }
}
