package org.wvwbuilder.loadtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wvwbuilder.loadtest.plan.Load;
import org.wvwbuilder.loadtest.run.Result;
import org.wvwbuilder.loadtest.run.Verdict;

/** What is a success, and what is none. */
@Timeout(60)
class WireTests {

    private static Map<String, Long> faults(LocalServer.Behaviour behaviour, String method) throws Exception {
        try (var server = new LocalServer(behaviour)) {
            var plan = Runs.plan(Runs.endpoint(method, 6, 2), new Load.Closed(), Duration.ofMillis(700));
            return Runs.run(server, plan).endpoints().getFirst().faults();
        }
    }

    private static Map<String, Long> faults(String answer) throws Exception {
        return faults((request, out) -> out.raw(answer) && false, "GET");
    }

    @Test
    void wholeAnswersAreSuccessesHoweverTheyAreFramed() throws Exception {
        assertThat(faults((request, out) -> out.whole(200, "body"), "GET")).isEmpty();
        assertThat(faults((request, out) -> out.raw("HTTP/1.1 204 No Content\r\n\r\n"), "DELETE"))
                .isEmpty();
        assertThat(faults((request, out) -> out.raw("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n"), "HEAD"))
                .isEmpty();
        var chunked = "HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n4;x=y\r\nbody\r\n0\r\nA: b\r\n\r\n";
        assertThat(faults((request, out) -> out.raw(chunked), "POST")).isEmpty();
        assertThat(faults("HTTP/1.0 200 OK\r\n\r\nuntil the end")).isEmpty();
        var early = "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
        assertThat(faults((request, out) -> out.raw(early), "GET")).isEmpty();
    }

    @Test
    void whatIsNot2xxIsAnError() throws Exception {
        for (var status : new int[] {301, 304, 401, 404, 429, 500, 503}) {
            var framed = status == 304 ? "" : "Content-Length: 0\r\n";
            assertThat(faults((request, out) -> out.raw("HTTP/1.1 " + status + " x\r\n" + framed + "\r\n"), "GET"))
                    .isEqualTo(Map.of("status " + status, 6L));
        }
    }

    @Test
    void aCutAnswerIsAnErrorWhateverItsStatus() throws Exception {
        var cut = Map.of("answer cut short", 6L);
        assertThat(faults("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this"))
                .isEqualTo(cut);
        assertThat(faults("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nbody\r\n"))
                .isEqualTo(cut);
        assertThat(faults("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nbody"))
                .isEqualTo(cut);
        assertThat(faults("HTTP/1.1 200 OK\r\nContent-Le")).isEqualTo(cut);
        assertThat(faults(
                        (request, out) -> {
                            out.raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this");
                            return out.reset();
                        },
                        "GET"))
                .isEqualTo(cut);
    }

    @Test
    void aResetConnectionIsAnError() throws Exception {
        assertThat(faults((request, out) -> out.reset(), "GET"))
                .isEqualTo(Map.of("connection closed without an answer", 6L));
        assertThat(faults((request, out) -> false, "POST"))
                .isEqualTo(Map.of("connection closed without an answer", 6L));
    }

    @Test
    void aBodyThatTakesTooLongIsAnErrorThoughItNeverPauses() throws Exception {
        assertThat(faults(
                        (request, out) -> {
                            out.raw("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
                            for (var i = 0; i < 1000; i++) {
                                java.util.concurrent.locks.LockSupport.parkNanos(10_000_000);
                                out.raw("x");
                            }
                            return true;
                        },
                        "GET"))
                .isEqualTo(Map.of("timed out", 6L));
    }

    @Test
    void whatIsNoHttpIsAnError() throws Exception {
        var garbled = Map.of("answer is no HTTP", 6L);
        assertThat(faults("SSH-2.0-OpenSSH_9.2\r\n\r\n")).isEqualTo(garbled);
        assertThat(faults("HTTP/1.1 999 x\r\n\r\n")).isEqualTo(garbled);
        assertThat(faults("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n")).isEqualTo(garbled);
        assertThat(faults("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"))
                .isEqualTo(garbled);
    }

    @Test
    void connectionsAreKept() throws Exception {
        try (var server = new LocalServer((request, out) -> out.whole(200, "ok"))) {
            Runs.closed(server, 200, 4);
            assertThat(server.opened.get()).isLessThanOrEqualTo(4);
        }
    }

    /** A server may close a kept connection at any time between two requests; what may be repeated is, once. */
    @Test
    void aKeptConnectionThatWasClosedMeanwhileIsNoErrorOfTheServer() throws Exception {
        var answered = new AtomicInteger();
        LocalServer.Behaviour everySecond = (request, out) -> {
            if (answered.incrementAndGet() % 2 == 0) return false; // without an answer: the connection was reused
            return out.whole(200, "ok");
        };
        try (var server = new LocalServer(everySecond)) {
            var result = Runs.closed(server, 10, 1);
            assertThat(result.errors()).isZero();
        }
        answered.set(0);
        assertThat(faults(everySecond, "POST")).containsKey("connection closed without an answer");
    }

    @Test
    void theVerdictTurnsAt95And90Percent() throws Exception {
        assertThat(withErrors(5)).isEqualTo(Verdict.PASS);
        assertThat(withErrors(6)).isEqualTo(Verdict.WARN);
        assertThat(withErrors(10)).isEqualTo(Verdict.WARN);
        assertThat(withErrors(11)).isEqualTo(Verdict.FAIL);
        assertThat(Verdict.of(0, 0)).isEqualTo(Verdict.FAIL);
    }

    private static Verdict withErrors(int errors) throws Exception {
        var count = new AtomicInteger();
        try (var server =
                new LocalServer((request, out) -> out.whole(count.incrementAndGet() <= errors ? 500 : 200, "x"))) {
            Result result = Runs.closed(server, 100, 5);
            assertThat(result.errors()).isEqualTo(errors);
            return result.verdict();
        }
    }
}
