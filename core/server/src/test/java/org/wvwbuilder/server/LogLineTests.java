package org.wvwbuilder.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.wvwbuilder.kernel.CurrentRequest;

class LogLineTests {
    private static final String HOSTILE = "a\r\nb\u2028c\u001b[2Jd\u001b]52;c;eA==\u0007e\u202ef";

    private record Served(String requestId, Optional<String> userId) implements CurrentRequest {}

    @Test
    void aLineNamesTheRequestAndTheAccountThatItWasWrittenFor() {
        var line = logged(() -> ScopedValue.where(CurrentRequest.SCOPE, new Served("0123abcd", Optional.of("u-7")))
                .run(() -> logger().log(System.Logger.Level.WARNING, "slow")));
        assertThat(line).endsWith("[request_id=0123abcd] [user_id=u-7] slow\n");
    }

    @Test
    void aLineWrittenForNoRequestNamesNone() {
        assertThat(logged(() -> logger().log(System.Logger.Level.WARNING, "slow")))
                .doesNotContain("request_id")
                .endsWith("slow\n");
    }

    @Test
    void whateverIsLoggedIsOneLineThatShowsWhatATerminalWouldObey() {
        var line = logged(() -> logger().log(System.Logger.Level.WARNING, HOSTILE));
        assertThat(line.strip())
                .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]")
                .contains("a\\u000d\\u000ab\\u2028c\\u001b[2Jd");
    }

    private static System.Logger logger() {
        return new Slf4jLogger(LoggerFactory.getLogger("test"));
    }

    private static String logged(Runnable work) {
        var target = (Logger) LoggerFactory.getLogger("test");
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        target.addAppender(lines);
        try {
            work.run();
        } finally {
            target.detachAppender(lines);
        }
        var layout = new TextLayout();
        layout.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
        layout.start();
        return layout.doLayout(lines.list.getFirst());
    }
}
