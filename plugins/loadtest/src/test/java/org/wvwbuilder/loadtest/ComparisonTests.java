package org.wvwbuilder.loadtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.jr.ob.JSON;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wvwbuilder.loadtest.plan.Load;
import org.wvwbuilder.loadtest.plan.Plan;
import org.wvwbuilder.loadtest.plan.Scenario;
import org.wvwbuilder.loadtest.report.Comparison;
import org.wvwbuilder.loadtest.report.Comparison.Finding;
import org.wvwbuilder.loadtest.report.Earlier;
import org.wvwbuilder.loadtest.report.JsonReport;
import org.wvwbuilder.loadtest.run.Figures;
import org.wvwbuilder.loadtest.run.Result;

@Timeout(60)
class ComparisonTests {
    @TempDir
    Path folder;

    /** A result whose rounds had these medians in milliseconds. */
    private static Result result(double... medians) {
        var rounds = new ArrayList<Figures>();
        var times = new Histogram(3);
        for (var median : medians) {
            times.recordValue((long) (median * 1000));
            rounds.add(new Figures(
                    100, 0, median, median, median * 2, median * 3, median * 4, median * 5, median * 6, 1000 / median));
        }
        var endpoint = Runs.endpoint("GET", 100, 1);
        var plan = new Plan(
                new Scenario("test", List.of(endpoint)),
                new Load.Closed(),
                medians.length,
                Duration.ZERO,
                Duration.ofSeconds(1));
        return new Result(
                plan,
                "http://127.0.0.1:8000",
                List.of(new Result.Measured(endpoint, rounds, times, 0, Map.of())),
                List.of(),
                "");
    }

    /** Through the text of a report, as the operator does it. */
    private static Earlier report(Result result) throws Exception {
        var text = JSON.std.asString(new JsonReport(result, Instant.EPOCH).values());
        return Earlier.of(JSON.std.anyFrom(text));
    }

    private static Comparison.Row p50(Result before, Result now) throws Exception {
        return Comparison.of(report(before), now).rows().getFirst();
    }

    @Test
    void aDifferenceOutsideOfTheNoiseIsCalledOne() throws Exception {
        var slower = p50(result(10, 11, 12, 10, 11), result(20, 22, 21, 23, 20));
        assertThat(slower.before()).isEqualTo(11);
        assertThat(slower.now()).isEqualTo(21);
        assertThat(slower.ratio()).isBetween(1.90, 1.92);
        assertThat(slower.finding()).isEqualTo(Finding.WORSE);
        assertThat(p50(result(20, 22, 21, 23, 20), result(10, 11, 12, 10, 11)).finding())
                .isEqualTo(Finding.BETTER);
    }

    @Test
    void moreRequestsASecondAreBetter() throws Exception {
        var rows = Comparison.of(report(result(10, 11, 12, 10)), result(20, 22, 21, 23))
                .rows();
        assertThat(rows.getLast().figure()).isEqualTo("Req/s");
        assertThat(rows.getLast().finding()).isEqualTo(Finding.WORSE);
    }

    @Test
    void aDifferenceWithinTheNoiseIsCalledNone() throws Exception {
        var within = p50(result(10, 11, 12, 10, 30), result(20, 22, 21, 23, 29));
        assertThat(within.ratio()).isGreaterThan(1.9);
        assertThat(within.finding()).isEqualTo(Finding.WITHIN_NOISE);
        assertThat(p50(result(10, 10, 10, 10), result(10.1, 10.1, 10.1, 10.1)).finding())
                .isEqualTo(Finding.WITHIN_NOISE);
    }

    @Test
    void fewRoundsShowNothing() throws Exception {
        assertThat(p50(result(10, 11, 10), result(90, 91, 92, 93, 94)).finding())
                .isEqualTo(Finding.TOO_FEW_ROUNDS);
    }

    @Test
    void anotherLoadIsNotCompared() throws Exception {
        var open = new Plan(
                Scenario.VISIT, new Load.Open(100, Duration.ofSeconds(5), 64), 1, Duration.ZERO, Duration.ofSeconds(1));
        assertThat(Comparison.obstacle(report(result(1)), open)).contains("model was closed and is open");
        assertThat(Comparison.obstacle(report(result(1)), result(1, 2).plan())).isEmpty();
    }

    @Test
    void whatIsNoReportIsRefused() {
        for (var text : List.of("[]", "{}", "{\"format\": 2}", "{\"format\":1,\"plan\":{},\"endpoints\":[{}]}")) {
            assertThatThrownBy(() -> Earlier.of(JSON.std.anyFrom(text))).isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** The whole way: a report, a server that became slow, and the word for it. */
    @Test
    void aServerThatBecameSlowIsFoundOut() throws Exception {
        var file = folder.resolve("before.json").toString();
        var slow = new java.util.concurrent.atomic.AtomicBoolean();
        try (var server = new LocalServer((request, out) -> {
            if (slow.get()) java.util.concurrent.locks.LockSupport.parkNanos(100_000_000);
            return out.whole(200, "ok");
        })) {
            String[] words = {"--only", "Health Check", "--rounds", "5", "--warmup", "0s"};
            var first = java.util.Arrays.copyOf(words, 8);
            first[6] = "--report";
            first[7] = file;
            assertThat(Operator.at(server, first).run()).isZero();
            slow.set(true);
            first[6] = "--compare";
            var second = Operator.at(server, first);
            assertThat(second.run()).isZero();
            assertThat(second.seen()).containsPattern("Health Check +P50 ms .* worse\n");
        }
        assertThat(Files.readString(Path.of(file))).contains("\"rounds\" : 5");
    }
}
