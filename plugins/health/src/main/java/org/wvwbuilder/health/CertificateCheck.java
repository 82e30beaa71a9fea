package org.wvwbuilder.health;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicBoolean;
import org.wvwbuilder.plugin.HealthCheck;

/**
 * Warns before a certificate ends. It is looked at once an hour and beside the check, since a site may answer slowly.
 * Never down: the server works without it, and taking it out of service would help nobody.
 */
final class CertificateCheck implements HealthCheck {
    static final Duration WARNING = Duration.ofDays(21);
    private static final Duration KEPT = Duration.ofHours(1);
    private static final Duration KEPT_UNREAD = Duration.ofMinutes(2);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneId.systemDefault());

    /** @param why empty when it could be read */
    private record Seen(Instant at, Instant ends, String why) {}

    private final String name;
    private final Certificates.Source source;
    private final InstantSource clock;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile Seen seen = new Seen(Instant.MIN, Instant.MAX, "");

    CertificateCheck(String name, InstantSource clock) {
        this.name = name;
        this.source = Certificates.of(name);
        this.clock = clock;
    }

    @Override
    public Health check() {
        var now = clock.instant();
        if (old(seen, now) && looking.compareAndSet(false, true)) {
            Thread.ofVirtual().name("certificate").start(this::look);
        }
        return verdict(seen, now);
    }

    private static boolean old(Seen seen, Instant now) {
        if (seen.at().equals(Instant.MIN)) return true;
        return now.isAfter(seen.at().plus(seen.why().isEmpty() ? KEPT : KEPT_UNREAD));
    }

    private void look() {
        try {
            seen = new Seen(clock.instant(), source.ends(), "");
        } catch (Exception unread) {
            seen = new Seen(clock.instant(), Instant.MAX, String.valueOf(unread.getMessage()));
        } finally {
            looking.set(false);
        }
    }

    private Health verdict(Seen known, Instant now) {
        if (!known.why().isEmpty()) {
            return new Health.Degraded("the certificate of " + name + " cannot be read: " + known.why()
                    + "; correct health.certificate, or the rights on the file");
        }
        if (known.ends().isAfter(now.plus(WARNING))) return new Health.Up();
        var renewal = "; renew it with 'certbot renew', then 'systemctl reload nginx'";
        if (!known.ends().isAfter(now)) {
            return new Health.Degraded(
                    "the certificate of " + name + " ended on " + DAY.format(known.ends()) + renewal);
        }
        long days = Duration.between(now, known.ends()).toDays();
        return new Health.Degraded(
                "the certificate of " + name + " ends in " + days + " days, on " + DAY.format(known.ends()) + renewal);
    }
}
