package org.wvwbuilder.backup.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.backup.retention.Retention.Candidate;

/** Quality B6. */
class RetentionTests {
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    @Test
    void inTenThousandHistoriesExactlyThatGoesWhichNoRuleKeeps() {
        var deleted = 0;
        for (int seed = 0; seed < 10_000; seed++) {
            var random = new Random(seed);
            var policy = policy(random);
            var history = history(random);
            var verdicts = new Retention(policy, ZONE).judge(history, NOW);
            var kept = kept(verdicts);
            assertThat(kept).as("seed " + seed).isEqualTo(expected(policy, history));
            deleted += history.size() - kept.size();
            var rest = history.stream().filter(one -> kept.contains(one.id())).toList();
            assertThat(kept(new Retention(policy, ZONE).judge(rest, NOW)))
                    .as("again, seed " + seed)
                    .isEqualTo(kept);
        }
        assertThat(deleted).as("the histories give it something to do").isGreaterThan(10_000);
    }

    private static Policy policy(Random random) {
        while (true) {
            var numbers = random.ints(4, 0, 6)
                    .map(number -> random.nextInt(3) == 0 ? 0 : number)
                    .toArray();
            if (numbers[0] + numbers[1] + numbers[2] + numbers[3] == 0) continue;
            return new Policy(numbers[0], numbers[1], numbers[2], numbers[3]);
        }
    }

    private static List<Candidate> history(Random random) {
        var history = new ArrayList<Candidate>();
        int size = random.nextInt(40);
        for (int i = 0; i < size; i++) {
            long back = random.nextInt(5) == 0
                    ? -random.nextInt(100_000)
                    : (long) (Math.pow(random.nextDouble(), 3)
                            * Duration.ofDays(500).toSeconds());
            history.add(new Candidate("b" + i, NOW.minusSeconds(back), random.nextInt(8) != 0));
        }
        return history;
    }

    private static Set<String> kept(List<Verdict> verdicts) {
        return verdicts.stream().filter(Verdict::kept).map(Verdict::id).collect(Collectors.toSet());
    }

    /** The same rules told in another way: for each, the newest of each period, and of these so many of the newest. */
    private static Set<String> expected(Policy policy, List<Candidate> history) {
        var kept = new HashSet<String>();
        history.stream()
                .filter(one -> one.created().isAfter(NOW) || !one.verified())
                .forEach(one -> kept.add(one.id()));
        var counting = history.stream()
                .filter(one -> !one.created().isAfter(NOW) && one.verified())
                .sorted(Comparator.comparing(Candidate::created)
                        .thenComparing(Candidate::id)
                        .reversed())
                .toList();
        counting.stream().limit(Math.max(1, policy.last())).forEach(one -> kept.add(one.id()));
        newest(counting, policy.daily(), date -> date, kept);
        newest(counting, policy.weekly(), RetentionTests::monday, kept);
        newest(counting, policy.monthly(), YearMonth::from, kept);
        return kept;
    }

    private static LocalDate monday(LocalDate date) {
        return date.with(WeekFields.ISO.dayOfWeek(), 1);
    }

    private static void newest(
            List<Candidate> newestFirst, int most, Function<LocalDate, Object> period, Set<String> kept) {
        var firsts = new LinkedHashMap<Object, String>();
        for (var one : newestFirst) {
            firsts.putIfAbsent(period.apply(LocalDate.ofInstant(one.created(), ZONE)), one.id());
        }
        firsts.values().stream().limit(most).forEach(kept::add);
    }

    @Test
    void keepOneKeepsTheNewestVerifiedAndWhatIsNotOurs() {
        var all = List.of(
                new Candidate("future", NOW.plusSeconds(60), true),
                new Candidate("unproven", NOW.minusSeconds(60), false),
                new Candidate("newest", NOW.minusSeconds(120), true),
                new Candidate("older", NOW.minusSeconds(180), true));
        var verdicts = new Retention(new Policy(1, 0, 0, 0), ZONE).judge(all, NOW);
        assertThat(verdicts)
                .containsExactly(
                        new Verdict("future", List.of("its date is still to come")),
                        new Verdict("unproven", List.of("not verified")),
                        new Verdict("newest", List.of("the newest verified", "last 1")),
                        new Verdict("older", List.of()));
    }

    @Test
    void anEmptyPolicyIsRefused() {
        assertThatThrownBy(() -> new Policy(0, 0, 0, 0)).hasMessageContaining("set keep-last to 1 or more");
        assertThatThrownBy(() -> new Policy(-1, 1, 0, 0)).hasMessageContaining("must be 0 to");
        assertThat(new Policy(0, 0, 0, 1_000).monthly()).isEqualTo(1_000);
        assertThatThrownBy(() -> new Policy(0, 0, 1_001, 0)).hasMessageContaining("must be 0 to");
    }
}
