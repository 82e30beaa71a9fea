package org.wvwbuilder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class EnquiryTests {
    private static final String FIRST = "{\"at\": \"2026-11-29T10:00:00Z\", \"status\": \"written\"}";
    private static final String NOW = "{\"at\": \"2026-11-29T10:00:15Z\", \"status\": \"said\"}";

    @TempDir
    private Path folder;

    private Path file;
    private ServerSocketChannel door;

    @BeforeEach
    void open() throws IOException {
        file = folder.resolve("server.json");
        door = ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                .bind(UnixDomainSocketAddress.of(Bulletin.socket(file)));
    }

    @AfterEach
    void close() throws IOException {
        door.close();
    }

    @Test
    void whatTheServerSaysGoesBeforeWhatItWrote() throws IOException {
        Files.writeString(file, FIRST);
        say(NOW);
        assertThat(Bulletin.now(file)).map(Bulletin::status).contains("said");
    }

    @Test
    void whatItWroteCountsWhereItIsGoneOrSaysNothingThatMakesSense() throws IOException {
        Files.writeString(file, FIRST);
        say("");
        assertThat(Bulletin.now(file)).map(Bulletin::status).contains("written");
        door.close();
        assertThat(Bulletin.now(file)).map(Bulletin::status).contains("written");
        Files.delete(Bulletin.socket(file));
        assertThat(Bulletin.now(file)).map(Bulletin::status).contains("written");
    }

    @Test
    void aLongAnswerIsReadWhole() {
        var text = "so it is, ".repeat(50_000);
        say(text);
        var told = Enquiry.at(Bulletin.socket(file), Duration.ofSeconds(20)).orElseThrow();
        assertThat(told.length()).isEqualTo(text.length());
        assertThat(told.equals(text)).isTrue();
    }

    @Test
    @Timeout(20)
    void aServerThatStandsStillIsNotWaitedForLong() {
        assertThat(Enquiry.at(Bulletin.socket(file), Duration.ofMillis(100))).isEmpty();
    }

    /** To the next who asks. */
    private void say(String text) {
        Thread.ofVirtual().start(() -> {
            try (var caller = door.accept()) {
                var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) caller.write(bytes);
            } catch (IOException gone) {
                throw new java.io.UncheckedIOException(gone);
            }
        });
    }
}
