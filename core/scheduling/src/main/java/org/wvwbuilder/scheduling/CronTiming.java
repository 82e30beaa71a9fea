package org.wvwbuilder.scheduling;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A crontab line in a time zone. Where clocks are put forward, what lies in the hour that does not exist runs at its end;
 * where they are put back, it runs once, unless it runs every hour anyway.
 */
record CronTiming(
        String text, ZoneId zone, CronField minute, CronField hour, CronField day, CronField month, CronField weekday)
        implements Timing {

    /** From a Sunday on 29 February to the next there can be forty years, as 2100 has no such day. */
    private static final int YEARS = 41;

    /** @throws IllegalArgumentException naming the field that is not right */
    static CronTiming parse(String text, ZoneId zone) {
        var fields = text.strip().split("\\s+");
        if (fields.length != 5) {
            throw new IllegalArgumentException("'" + text + "' has " + fields.length
                    + " fields; write five: minute, hour, day of the month, month, day of the week");
        }
        var timing = new CronTiming(
                String.join(" ", fields),
                zone,
                CronField.parse(CronField.Kind.MINUTE, fields[0]),
                CronField.parse(CronField.Kind.HOUR, fields[1]),
                CronField.parse(CronField.Kind.DAY, fields[2]),
                CronField.parse(CronField.Kind.MONTH, fields[3]),
                CronField.parse(CronField.Kind.WEEKDAY, fields[4]));
        timing.after(Instant.EPOCH, Instant.EPOCH);
        return timing;
    }

    @Override
    public Instant after(Instant since, Instant instant) {
        var date = LocalDate.ofInstant(instant, zone).minusDays(1);
        for (var end = date.plusYears(YEARS); date.isBefore(end); date = date.plusDays(1)) {
            if (!matches(date)) continue;
            var next = moments(date).higher(instant);
            if (next != null) return next;
        }
        throw new IllegalArgumentException("'" + text + "' names a day that never comes; correct day and month");
    }

    @Override
    public Optional<Instant> latest(Instant since, Instant from, Instant to) {
        var first = LocalDate.ofInstant(from, zone).minusDays(1);
        for (var date = LocalDate.ofInstant(to, zone).plusDays(1); !date.isBefore(first); date = date.minusDays(1)) {
            if (!matches(date)) continue;
            var last = moments(date).floor(to);
            if (last != null) return Optional.of(last).filter(moment -> moment.isAfter(from));
        }
        return Optional.empty();
    }

    /** As cron has it: with both kinds of day restricted either will do, else both must hold. */
    private boolean matches(LocalDate date) {
        if (!month.has(date.getMonthValue())) return false;
        boolean byDay = day.has(date.getDayOfMonth());
        boolean byWeekday = weekday.has(date.getDayOfWeek().getValue() % 7);
        return day.star() || weekday.star() ? byDay && byWeekday : byDay || byWeekday;
    }

    private TreeSet<Instant> moments(LocalDate date) {
        var moments = new TreeSet<Instant>();
        hour.values().stream()
                .forEach(h -> minute.values().stream().forEach(m -> {
                    var local = LocalDateTime.of(date, LocalTime.of(h, m));
                    var offsets = zone.getRules().getValidOffsets(local);
                    if (offsets.isEmpty()) {
                        // With every hour named, the time that exists is served already.
                        if (!hour.star())
                            moments.add(zone.getRules().getTransition(local).getInstant());
                        return;
                    }
                    moments.add(local.toInstant(offsets.getFirst()));
                    if (hour.star()) moments.add(local.toInstant(offsets.getLast()));
                }));
        return moments;
    }
}
