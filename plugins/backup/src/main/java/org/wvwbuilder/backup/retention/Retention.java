package org.wvwbuilder.backup.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.wvwbuilder.backup.saying.Saying;

/**
 * Applies a {@link Policy}, by the days of a time zone. Only verified backups count and only they may go: one that was
 * not proven, or bears a date to come, is the operator's to look at.
 */
public record Retention(Policy policy, ZoneId zone) {

    /** A backup as far as this concerns it. */
    public record Candidate(String id, Instant created, boolean verified) {}

    /** @return one verdict for each, the newest first */
    public List<Verdict> judge(List<Candidate> all, Instant now) {
        var rules = List.of(
                new Rule(Saying.DAILY, policy.daily(), date -> date),
                new Rule(Saying.WEEKLY, policy.weekly(), Retention::week),
                new Rule(Saying.MONTHLY, policy.monthly(), YearMonth::from));
        var verdicts = new ArrayList<Verdict>();
        int seen = 0;
        for (var candidate : all.stream().sorted(newestFirst()).toList()) {
            var reasons = new ArrayList<String>();
            if (candidate.created().isAfter(now)) {
                reasons.add(Saying.TO_COME.of());
            } else if (!candidate.verified()) {
                reasons.add(Saying.UNVERIFIED.of());
            } else {
                seen++;
                if (seen == 1) reasons.add(Saying.NEWEST.of());
                if (seen <= policy.last()) reasons.add(Saying.LAST.of(seen));
                var date = candidate.created().atZone(zone).toLocalDate();
                for (var rule : rules) rule.judge(date, reasons);
            }
            verdicts.add(new Verdict(candidate.id(), reasons));
        }
        return verdicts;
    }

    private static Comparator<Candidate> newestFirst() {
        return Comparator.comparing(Candidate::created)
                .thenComparing(Candidate::id)
                .reversed();
    }

    private static String week(LocalDate date) {
        return date.get(IsoFields.WEEK_BASED_YEAR) + "-W" + date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    /** Keeps the newest of each period, as long as there are any left to keep. */
    private record Rule(Saying name, int most, Function<LocalDate, Object> period, Set<Object> taken) {
        Rule(Saying name, int most, Function<LocalDate, Object> period) {
            this(name, most, period, new HashSet<>());
        }

        void judge(LocalDate date, List<String> reasons) {
            var key = period.apply(date);
            if (taken.size() < most && taken.add(key)) reasons.add(name.of(key));
        }
    }
}
