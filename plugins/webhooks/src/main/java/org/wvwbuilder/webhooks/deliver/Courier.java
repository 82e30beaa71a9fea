package org.wvwbuilder.webhooks.deliver;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.webhooks.seal.Seal;
import org.wvwbuilder.webhooks.seal.SealFile;
import org.wvwbuilder.webhooks.send.Sender;
import org.wvwbuilder.webhooks.store.Delivery;
import org.wvwbuilder.webhooks.store.DeliveryTable;
import org.wvwbuilder.webhooks.store.Webhook;
import org.wvwbuilder.webhooks.store.WebhookTable;

/**
 * Takes what is due from the queue and tries it: one at a time for each webhook, all webhooks beside each other, so that a
 * slow one keeps nobody waiting but itself. Servers that share a database share the work: a delivery is claimed by its row.
 */
public final class Courier implements AutoCloseable {
    private static final long BEAT_MILLIS = 2_000;
    /** So long after the end of an attempt's time another may take over what a killed server had claimed. */
    private static final Duration GRACE = Duration.ofSeconds(30);
    /** How long the end of the server waits for attempts. */
    private static final Duration ENDING = Duration.ofSeconds(8);

    private final Database database;
    private final InstantSource clock;
    private final Logger log;
    private final SealFile seal;
    private final Attempt attempt;
    private final Outcomes outcomes;
    private final Duration lease;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    /** Webhooks that this server could not read when it last tried. */
    private final Set<String> unread = ConcurrentHashMap.newKeySet();

    private final Semaphore news = new Semaphore(0);
    private final Set<Thread> attempts = ConcurrentHashMap.newKeySet();
    private volatile boolean over;
    private Optional<Thread> thread = Optional.empty();

    public Courier(
            Database database,
            InstantSource clock,
            Logger log,
            SealFile seal,
            Sender sender,
            Duration timeout,
            Tally tally) {
        this.database = database;
        this.clock = clock;
        this.log = log;
        this.seal = seal;
        this.attempt = new Attempt(sender, clock);
        this.outcomes = new Outcomes(database, clock, log, tally);
        this.lease = timeout.plus(GRACE);
    }

    public void start() {
        thread = Optional.of(Thread.ofVirtual().name("webhooks").start(this::work));
    }

    /** Something joined the queue. */
    public void wake() {
        news.release();
    }

    private void work() {
        while (!over) {
            try {
                round();
                if (news.tryAcquire(BEAT_MILLIS, TimeUnit.MILLISECONDS)) news.drainPermits();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException failed) {
                log.log(Level.WARNING, "The queue of the webhooks cannot be read now; it is tried again.", failed);
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(BEAT_MILLIS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() {
        for (var webhook : database.read(connection -> new DeliveryTable(connection).due(clock.instant()))) {
            if (over || !busy.add(webhook)) continue;
            var attempting = Thread.ofVirtual().name("webhook-" + webhook).unstarted(() -> empty(webhook));
            attempts.add(attempting);
            attempting.start();
        }
    }

    private void empty(String webhook) {
        try {
            while (!over && one(webhook)) continue;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failed) {
            log.log(Level.WARNING, "A delivery could not be noted; it is tried again.", failed);
        } finally {
            busy.remove(webhook);
            attempts.remove(Thread.currentThread());
        }
    }

    /** Tries the next one. @return false when there is none */
    private boolean one(String id) throws InterruptedException {
        var opened = opened(id);
        if (opened.isEmpty()) return false;
        var to = opened.get();
        var claimed = claim(to.webhook());
        if (claimed.isEmpty()) return false;
        outcomes.note(to.webhook(), claimed.get(), attempt.run(to, claimed.get()));
        return true;
    }

    /** What this server cannot read it leaves to those that can: nothing is tried, nothing given up. */
    private Optional<Opened> opened(String id) {
        var webhook = database.read(connection -> new WebhookTable(connection).find(id));
        if (webhook.isEmpty()) return Optional.empty();
        var opened = Opened.of(secret(), webhook.get());
        if (opened.isPresent()) unread.remove(id);
        else if (unread.add(id)) {
            log.log(
                    Level.WARNING,
                    "This server cannot read the webhook {0}; its deliveries wait. Give all servers the same"
                            + " webhooks.key-file, or delete the webhook and make it anew.",
                    id);
        }
        return opened;
    }

    private Optional<Seal> secret() {
        try {
            return seal.read();
        } catch (IOException unusable) {
            // The check of health tells what is wrong with the file for as long as it is.
            log.log(Level.DEBUG, "The file that seals webhooks cannot be used.", unusable);
            return Optional.empty();
        }
    }

    /** @param opened as it was read: when somebody changed it since, the next round reads it anew */
    private Optional<Delivery> claim(Webhook opened) {
        var id = opened.id();
        var now = clock.instant();
        var claim = UUID.randomUUID().toString();
        return database.write(connection -> {
            var webhook = new WebhookTable(connection).find(id);
            if (webhook.isEmpty() || webhook.get().state() != Webhook.State.ACTIVE) return Optional.empty();
            if (webhook.get().version() != opened.version()) return Optional.empty();
            var deliveries = new DeliveryTable(connection);
            // On PostgreSQL another server may take it between the two: then there may be a next one.
            for (var next = deliveries.next(id, now); next.isPresent(); next = deliveries.next(id, now)) {
                if (!deliveries.claim(next.get().id(), claim, now.plus(lease), now)) continue;
                return deliveries.find(id, next.get().id());
            }
            return Optional.empty();
        });
    }

    /** Starts nothing more and waits for what is on its way: what arrived must be on record, or it would be sent twice. */
    @Override
    public void close() {
        over = true;
        long end = System.nanoTime() + ENDING.toNanos();
        try {
            if (thread.isPresent()) {
                thread.get().interrupt();
                thread.get().join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            }
            for (var attempting : attempts) attempting.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        attempts.forEach(Thread::interrupt);
    }
}
