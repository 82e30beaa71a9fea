package org.wvwbuilder.logs.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.logs.entry.Entry;
import org.wvwbuilder.logs.entry.Filter;
import org.wvwbuilder.logs.entry.JournalFormat;

/** The journal of a systemd unit, asked of {@code journalctl}. The unit's name is a setting and never a caller's word. */
public record Journal(String id, Path program, String unit) implements LogSource {
    private static final int LARGEST_ANSWER = 4 << 20;
    private static final int MOST_LINES = 1_000_000;

    @Override
    public boolean present() {
        return Files.isExecutable(program) && Files.isDirectory(Path.of("/run/systemd/system"));
    }

    @Override
    public Slice before(Request request) throws IOException {
        var words = new ArrayList<>(List.of("--reverse", "-n", String.valueOf(MOST_LINES)));
        request.filter().since().ifPresent(at -> words.add("--since=@" + seconds(at)));
        until(request).ifPresent(at -> words.add("--until=@" + seconds(at)));
        var process = start(words);
        try (var in = process.getInputStream()) {
            return read(request, new Lines(in));
        } finally {
            end(process);
        }
    }

    private static Slice read(Request request, Lines lines) throws IOException {
        var format = new JournalFormat();
        var entries = new ArrayList<Entry>();
        var size = 0;
        var looked = 0L;
        for (var line = lines.next(); line.isPresent(); line = lines.next()) {
            looked += line.get().length();
            var entry = format.start(line.get()).filter(found -> younger(request, found));
            if (entry.isEmpty()) continue;
            if (request.filter().takes(entry.get())) {
                entries.add(entry.get());
                size += entry.get().size();
            }
            if (entries.size() >= request.limit()
                    || size >= LARGEST_ANSWER
                    || request.patience().isOver(looked)) {
                return new Slice(entries, entry.get().timestamp().map(at -> new Cursor("", 0, micros(at))));
            }
        }
        return new Slice(entries, Optional.empty());
    }

    /** journalctl's until is inclusive, and counts what it wrote: what was shown is left out here. */
    private static boolean younger(Request request, Entry entry) {
        if (request.from().isEmpty()) return true;
        return entry.timestamp()
                .filter(at -> micros(at) < request.from().get().micros())
                .isPresent();
    }

    private static Optional<Instant> until(Request request) {
        var from = request.from().map(cursor -> Instant.EPOCH.plus(cursor.micros(), ChronoUnit.MICROS));
        return from.or(() -> request.filter().until());
    }

    @Override
    public Tail follow() throws IOException {
        var process = start(List.of("-f", "-n", "0"));
        return new Ear(process, new Lines(process.getInputStream()));
    }

    /** What journalctl prints as it goes on. */
    private record Ear(Process process, Lines lines) implements Tail {
        @Override
        public List<Entry> poll() throws IOException {
            var format = new JournalFormat();
            var entries = new ArrayList<Entry>();
            while (entries.size() < 1000 && lines.waiting()) {
                lines.next().flatMap(format::start).filter(Filter.ALL::takes).ifPresent(entries::add);
            }
            return entries;
        }

        @Override
        public void close() {
            end(process);
        }
    }

    private Process start(List<String> words) throws IOException {
        var line = new ArrayList<>(List.of(program.toString(), "-o", "json", "--no-pager", "-q", "-u", unit));
        line.addAll(words);
        return new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .start();
    }

    private static void end(Process process) {
        process.destroyForcibly();
    }

    private static long micros(Instant at) {
        return Math.max(0, ChronoUnit.MICROS.between(Instant.EPOCH, at));
    }

    private static String seconds(Instant at) {
        var micros = micros(at);
        return micros / 1_000_000 + "." + String.format("%06d", micros % 1_000_000);
    }

    /** Lines of a stream, of which the longest are cut. */
    static final class Lines {
        private static final int LONGEST = 256 << 10;
        private final InputStream in;

        Lines(InputStream in) {
            this.in = new java.io.BufferedInputStream(in, 32 << 10);
        }

        boolean waiting() throws IOException {
            return in.available() > 0;
        }

        Optional<String> next() throws IOException {
            var line = new java.io.ByteArrayOutputStream(512);
            var any = false;
            for (var b = in.read(); b >= 0; b = in.read()) {
                any = true;
                if (b == '\n') break;
                if (line.size() < LONGEST) line.write(b);
            }
            return any ? Optional.of(line.toString(java.nio.charset.StandardCharsets.UTF_8)) : Optional.empty();
        }
    }
}
