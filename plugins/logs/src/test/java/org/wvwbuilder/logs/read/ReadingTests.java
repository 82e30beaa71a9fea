package org.wvwbuilder.logs.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wvwbuilder.logs.entry.Entry;
import org.wvwbuilder.logs.entry.Filter;
import org.wvwbuilder.logs.entry.ServerFormat;
import org.wvwbuilder.logs.entry.Severity;

class ReadingTests {
    @TempDir
    Path folder;

    private Path active;
    private LogSource source;

    @BeforeEach
    void name() {
        active = folder.resolve("gw2.log");
        source = new FileSource("application", new Family(active), new ServerFormat());
    }

    private static String line(int number, String level) {
        return Instant.parse("2026-11-24T08:00:00.001Z").plusSeconds(number) + " " + level + " a.B [request_id=r"
                + number + "] message " + number + "\n";
    }

    private static String lines(int from, int to) {
        var text = new StringBuilder();
        for (var i = from; i < to; i++) text.append(line(i, i % 10 == 0 ? "ERROR" : "INFO "));
        return text.toString();
    }

    private void packed(String name, String text) throws IOException {
        try (var out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            out.write(text.getBytes());
        }
    }

    private List<String> all(Filter filter, int limit) throws IOException {
        var messages = new ArrayList<String>();
        var next = Optional.<Cursor>empty();
        do {
            var slice = source.before(new LogSource.Request(filter, limit, next, LogSource.Patience.ENDLESS));
            slice.entries().forEach(entry -> messages.add(entry.message()));
            next = slice.next().map(Cursor::text).flatMap(Cursor::read);
        } while (next.isPresent());
        return messages;
    }

    private static List<String> messages(int from, int to) {
        var all = new ArrayList<String>();
        for (var i = to - 1; i >= from; i--) all.add("message " + i);
        return all;
    }

    @Test
    void everyEntryIsReadOnceThroughAllRotatedFiles() throws IOException {
        packed("gw2.2026-11-22.9.log.gz", lines(0, 1000));
        packed("gw2.2026-11-22.10.log.gz", lines(1000, 2000));
        Files.writeString(folder.resolve("gw2.2026-11-23.0.log"), lines(2000, 3000));
        Files.writeString(folder.resolve("gw2-other.log"), lines(0, 10));
        Files.writeString(active, lines(3000, 4000));
        assertThat(all(Filter.ALL, 37)).isEqualTo(messages(0, 4000));
    }

    @Test
    void aPageGoesOnAfterItsFileWasPackedMeanwhile() throws IOException {
        Files.writeString(active, lines(0, 100));
        var first = source.before(new LogSource.Request(Filter.ALL, 30, Optional.empty(), LogSource.Patience.ENDLESS));
        packed("gw2.2026-11-24.0.log.gz", lines(0, 100));
        Files.delete(active);
        Files.writeString(active, lines(100, 150));
        var second = source.before(new LogSource.Request(Filter.ALL, 200, first.next(), LogSource.Patience.ENDLESS));
        assertThat(second.entries().stream().map(Entry::message)).containsExactlyElementsOf(messages(0, 70));
    }

    @Test
    void aSearchThatHasTakenLongEnoughAnswersAndTheNextGoesOn() throws IOException {
        Files.writeString(active, lines(0, 100) + lines(200, 300));
        var rare = new Filter(EnumSet.noneOf(Severity.class), "message 42", Optional.empty(), Optional.empty());
        var half = Files.size(active) / 2;
        var first = source.before(new LogSource.Request(rare, 10, Optional.empty(), looked -> looked >= half));
        assertThat(first.entries()).isEmpty();
        assertThat(first.next()).isPresent();
        var second = source.before(new LogSource.Request(rare, 10, first.next(), LogSource.Patience.ENDLESS));
        assertThat(second.entries().stream().map(Entry::message)).containsExactly("message 42");
        assertThat(second.next()).isEmpty();
    }

    @Test
    void filtersCombine() throws IOException {
        Files.writeString(active, lines(0, 1000));
        var from = Instant.parse("2026-11-24T08:05:00Z");
        var filter = new Filter(
                EnumSet.of(Severity.ERROR), "MESSAGE 3", Optional.of(from), Optional.of(from.plusSeconds(50)));
        assertThat(all(filter, 3))
                .containsExactly("message 340", "message 330", "message 320", "message 310", "message 300");
    }

    @Test
    void aStackTraceStaysOneEntryAndHasAnEnd() throws IOException {
        var trace = "\tat x.Y.z(Y.java:1)\n".repeat(100_000);
        Files.writeString(
                active, line(1, "ERROR") + "\tjava.lang.Oops\n" + trace.substring(0, 800_000) + "\n" + line(2, "INFO"));
        var slice = source.before(new LogSource.Request(Filter.ALL, 10, Optional.empty(), LogSource.Patience.ENDLESS));
        assertThat(slice.entries()).hasSize(2);
        assertThat(slice.entries().get(1).trace()).startsWith("\tjava.lang.Oops\n\tat x.Y.z");
        assertThat(slice.entries().get(1).trace().length()).isLessThanOrEqualTo(Entry.LONGEST_TRACE);
        assertThat(slice.entries().get(1).cut()).isTrue();
    }

    @Test
    void symbolicLinksAreNoLogs() throws IOException {
        var secret = Files.writeString(folder.resolve("secret"), lines(0, 3));
        Files.createSymbolicLink(active, secret);
        Files.createSymbolicLink(folder.resolve("gw2.2026-11-23.0.log"), secret);
        assertThat(source.present()).isFalse();
        assertThat(all(Filter.ALL, 10)).isEmpty();
    }

    @Test
    void linesOfAnyLengthComeWholeOrInPieces() throws IOException {
        for (var length : new int[] {65_400, 65_534, 65_535, 65_536, 65_537, 65_538, 131_072, 200_000}) {
            Files.writeString(active, line(1, "INFO") + "x".repeat(length) + "\n" + line(2, "INFO"));
            try (var file = LogFile.at(active).orElseThrow().open()) {
                var lines = new Backwards(file, file.size());
                var read = 0L;
                for (var found = lines.above(); found.isPresent(); found = lines.above()) {
                    read += found.get().text().chars().filter(c -> c == 'x').count();
                }
                assertThat(read).isEqualTo(length);
            }
        }
    }

    @Test
    void followingGoesThroughRotation() throws Exception {
        Files.writeString(active, lines(0, 5));
        try (var tail = source.follow()) {
            assertThat(tail.poll()).isEmpty();
            append(line(5, "INFO"));
            var heard = new ArrayList<>(drain(tail));
            append(line(6, "ERROR") + "\tat a.b\n");
            Files.move(active, folder.resolve("gw2.2026-11-24.0.log"));
            Files.writeString(active, line(7, "INFO"));
            heard.addAll(drain(tail));
            assertThat(heard.stream().map(Entry::message)).containsExactly("message 5", "message 6", "message 7");
            assertThat(heard.get(1).trace()).contains("at a.b");
        }
    }

    private void append(String text) throws IOException {
        Files.writeString(active, text, StandardOpenOption.APPEND);
    }

    private static List<Entry> drain(LogSource.Tail tail) throws IOException {
        var heard = new ArrayList<Entry>();
        for (var i = 0; i < 4; i++) heard.addAll(tail.poll());
        return heard;
    }

    @Test
    void whatCouldForgeOrHideIsSpelledOut() throws IOException {
        Files.writeString(
                active,
                line(1, "ERROR").strip()
                        + " \u001b]52;c;aGk=\u0007\r\u001b[31m\u202egnp.exe\u2066\u200f\u2028\u0085\u009b\n");
        var message = source.before(new LogSource.Request(Filter.ALL, 1, Optional.empty(), LogSource.Patience.ENDLESS))
                .entries()
                .getFirst()
                .message();
        assertThat(message).contains("\\u001b]52;", "\\u0007", "\\u000d", "\\u202e", "\\u2066", "\\u200f", "\\u2028");
        assertThat(message.chars()).allMatch(c -> c >= 0x20 && c < 0x7f);
    }

    @Test
    void tenGigabytesWithoutALineBreakFitIntoSixtyFourMegabytes() throws Exception {
        try (var file = java.nio.channels.FileChannel.open(
                active, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.SPARSE, StandardOpenOption.WRITE))) {
            file.write(java.nio.ByteBuffer.wrap(new byte[] {'x'}), (10L << 30) - 1);
        }
        var begun = System.nanoTime();
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HugeRead.class.getName(),
                        active.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        try {
            assertThat(process.waitFor(Duration.ofSeconds(120))).isTrue();
        } finally {
            process.destroyForcibly();
        }
        var said = Files.readString(folder.resolve("out"));
        assertThat(process.exitValue()).as(said).isZero();
        assertThat(said).contains("looked through 10737418240 bytes");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(120));
    }
}
