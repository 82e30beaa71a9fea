package org.wvwbuilder.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RequestsFileTests {
    private final LoggerContext context = new LoggerContext();

    @TempDir
    Path folder;

    private Path log;
    private Logger logger;

    @BeforeEach
    void open() {
        context.setMDCAdapter(new LogbackMDCAdapter());
        log = folder.resolve("requests.log");
        var file = new RequestsFile();
        configure(file);
        logger = context.getLogger("requests");
        logger.addAppender(file);
    }

    @AfterEach
    void close() {
        context.stop();
    }

    @Test
    void aSingleRequestIsInTheFileWithoutAnother() throws Exception {
        logger.info("alone");
        awaitLines(1);
    }

    @Test
    void allOfACrowdIsInTheFileWithoutAnother() throws Exception {
        IntStream.range(0, 20_000).parallel().forEach(i -> logger.info("{}", i));
        awaitLines(20_000);
    }

    @Test
    void whatWaitsAtTheEndIsInTheFile() throws Exception {
        for (int i = 0; i < 3_000; i++) logger.info("{}", i);
        context.stop();
        assertThat(lines()).isEqualTo(3_000);
    }

    @Test
    void aRequestThatWasInterruptedHasItsLineAndStaysInterrupted() throws Exception {
        Thread.currentThread().interrupt();
        logger.info("late");
        assertThat(Thread.interrupted()).isTrue();
        awaitLines(1);
    }

    @Test
    void whatIsSaidAfterTheEndHoldsNobodyUp() throws Exception {
        context.stop();
        for (int i = 0; i < 3_000; i++) logger.info("{}", i);
        assertThat(lines()).isZero();
    }

    private void awaitLines(long count) throws IOException, InterruptedException {
        while (lines() < count) Thread.sleep(20);
        assertThat(lines()).isEqualTo(count);
    }

    private long lines() throws IOException {
        try (var all = Files.lines(log)) {
            return all.count();
        }
    }

    private void configure(RequestsFile file) {
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%msg%n");
        encoder.start();
        file.setContext(context);
        file.setFile(log.toString());
        file.setEncoder(encoder);
        var policy = new SizeAndTimeBasedRollingPolicy<ILoggingEvent>();
        policy.setContext(context);
        policy.setParent(file);
        policy.setFileNamePattern(folder.resolve("requests.%d.%i.log").toString());
        policy.setMaxFileSize(FileSize.valueOf("50MB"));
        policy.start();
        file.setRollingPolicy(policy);
        file.start();
    }
}
