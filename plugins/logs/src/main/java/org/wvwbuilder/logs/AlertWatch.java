package org.wvwbuilder.logs;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.wvwbuilder.logs.entry.Entry;
import org.wvwbuilder.logs.read.LogSource;
import org.wvwbuilder.plugin.HealthCheck;
import org.wvwbuilder.plugin.PluginContext;
import org.wvwbuilder.plugin.event.LogAlert;

/** Holds the operator's rules against what the logs say, tells when one begins to hold, and is the check {@code logs}. */
final class AlertWatch implements HealthCheck, AutoCloseable {
    private static final int BEAT_MILLIS = 1_000;

    private final PluginContext context;
    private final List<Watched> rules = new ArrayList<>();
    private final LongAdder raised = new LongAdder();
    private Optional<Thread> thread = Optional.empty();
    private volatile boolean over;

    AlertWatch(PluginContext context, LogsSettings settings) {
        this.context = context;
        new TreeMap<>(settings.alert()).forEach((name, rule) -> rules.add(new Watched(name, rule)));
    }

    /** Listens to what is written from now on. */
    void start(Sources sources) {
        if (rules.isEmpty() || thread.isPresent()) return;
        thread = Optional.of(Thread.ofVirtual().name("log-alerts").start(() -> listen(sources)));
    }

    private void listen(Sources sources) {
        var tails = new TreeMap<String, LogSource.Tail>();
        try {
            while (!over) {
                for (var rule : rules) tails.computeIfAbsent(rule.rule.source(), id -> tail(sources, id));
                for (var tail : tails.entrySet()) hear(tail.getKey(), tail.getValue());
                Thread.sleep(BEAT_MILLIS);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            tails.values().forEach(this::close);
        }
    }

    /** Null while it cannot be opened, for a map then asks again. */
    private LogSource.Tail tail(Sources sources, String id) {
        var source = sources.present(id);
        if (source.isEmpty()) return null;
        try {
            return source.get().follow();
        } catch (IOException unreadable) {
            context.log().log(Level.DEBUG, "the log " + id + " cannot be followed yet", unreadable);
            return null;
        }
    }

    private void hear(String source, LogSource.Tail tail) {
        try {
            tail.poll().forEach(entry -> take(source, entry));
        } catch (IOException unreadable) {
            context.log().log(Level.DEBUG, "the log " + source + " cannot be read now", unreadable);
        }
    }

    private void close(LogSource.Tail tail) {
        try {
            tail.close();
        } catch (IOException late) {
            context.log().log(Level.DEBUG, "a log was not closed", late);
        }
    }

    /** Counts an entry; for {@link #listen} and for tests. */
    synchronized void take(String source, Entry entry) {
        var now = context.clock().instant();
        for (var watched : rules) {
            if (watched.rule.source().equals(source)) {
                watched.take(entry, now).ifPresent(alert -> {
                    raised.increment();
                    context.publish(alert);
                });
            }
        }
    }

    /** How many alerts there were since the start. */
    long raised() {
        return raised.sum();
    }

    @Override
    public synchronized Health check() {
        var now = context.clock().instant();
        var holding = rules.stream()
                .filter(rule -> rule.holds(now))
                .sorted(Comparator.comparing(rule -> rule.name))
                .map(rule -> rule.name + " (" + rule.rule.source() + ": " + rule.rule.count() + " or more within "
                        + rule.rule.within().toSeconds() + " s)")
                .collect(Collectors.joining(", "));
        if (holding.isEmpty()) return new Health.Up();
        return new Health.Degraded("The logs raise an alert: " + holding + ". See 'gw2 logs -e' for what happened.");
    }

    @Override
    public void close() {
        over = true;
        thread.ifPresent(Thread::interrupt);
    }

    /** A rule with the moments that count, at most as many as it takes. */
    private static final class Watched {
        private final String name;
        private final AlertRule rule;
        private final Deque<Instant> moments = new ArrayDeque<>();

        Watched(String name, AlertRule rule) {
            this.name = name;
            this.rule = rule;
        }

        Optional<LogAlert> take(Entry entry, Instant now) {
            if (!rule.filter().takes(entry)) return Optional.empty();
            var before = holds(now);
            moments.addLast(now);
            if (moments.size() > rule.count()) moments.removeFirst();
            if (before || !holds(now)) return Optional.empty();
            var sample =
                    entry.message().substring(0, Math.min(500, entry.message().length()));
            return Optional.of(new LogAlert(now, name, rule.source(), moments.size(), rule.within(), sample));
        }

        boolean holds(Instant now) {
            var from = now.minus(rule.within());
            moments.removeIf(at -> at.isBefore(from));
            return moments.size() >= rule.count();
        }
    }
}
