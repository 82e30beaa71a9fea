package org.wvwbuilder.server;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.wvwbuilder.boot.ServiceSocket;

/**
 * Tells systemd how the server is, when systemd started it: that it serves, that it ends, and, as often as the unit's
 * {@code WatchdogSec} asks for, that it still answers.
 *
 * <p>A sign of life is sent only after a request came back by way of the web server and the database. What came back does
 * not matter: a full disk or a PostgreSQL that is down is answered with 503 and not mended by a new start. Only silence is.
 */
final class Supervisor implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Supervisor.class.getName());
    /** Reads and writes a row, and so waits for both kinds of connections. */
    private static final String PROBED = "/api/v1/health/ready";
    /** A start or a restore that takes longer than this is taken for stuck. */
    private static final Duration LONGEST_CHANGE = Duration.ofMinutes(30);

    private static final int SIGNS_PER_PERIOD = 4;

    private final Optional<ServiceSocket> socket;
    private final Duration period;
    private final Thread pulse;
    private volatile Optional<URI> serving = Optional.empty();
    private volatile long changing = System.nanoTime();

    private Supervisor(Optional<ServiceSocket> socket, Duration period) {
        this.socket = socket;
        this.period = period;
        this.pulse = Thread.ofPlatform().daemon().name("watchdog").unstarted(this::beat);
    }

    static Supervisor start() {
        var watchdog = System.getenv("WATCHDOG_USEC");
        var period = watchdog == null ? Duration.ZERO : Duration.ofNanos(Long.parseLong(watchdog) * 1_000);
        var supervisor = new Supervisor(ServiceSocket.find(), period);
        supervisor.tell("STATUS=Starting");
        if (supervisor.socket.isPresent() && period.isPositive()) supervisor.pulse.start();
        return supervisor;
    }

    /** The migrations are done and requests are answered. */
    void serves(URI address) {
        serving = Optional.of(address);
        tell("READY=1\nSTATUS=Serving at " + address);
    }

    /** The server closes everything and begins again, in this same process. */
    void restores() {
        changing = System.nanoTime();
        serving = Optional.empty();
        tell("STATUS=Restoring a backup");
    }

    private void beat() {
        try {
            while (true) {
                Thread.sleep(period.dividedBy(SIGNS_PER_PERIOD));
                if (alive()) tell("WATCHDOG=1");
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean alive() {
        var address = serving;
        if (address.isEmpty()) return System.nanoTime() - changing < LONGEST_CHANGE.toNanos();
        var answered = answers(address.get());
        // Only while it should have: it may just have been told to end.
        if (!answered && serving.equals(address)) {
            LOG.log(Level.WARNING, "the server does not answer itself; systemd starts it anew unless it does soon");
        }
        return answered;
    }

    /** Waits longer than a request may wait for the database: one that is busy is at work. */
    private boolean answers(URI address) {
        try {
            var connection = (HttpURLConnection) address.resolve(PROBED).toURL().openConnection(Proxy.NO_PROXY);
            var patience = (int) period.dividedBy(SIGNS_PER_PERIOD).toMillis();
            connection.setConnectTimeout(patience);
            connection.setReadTimeout(patience);
            try {
                return connection.getResponseCode() > 0;
            } finally {
                connection.disconnect();
            }
        } catch (IOException silent) {
            LOG.log(Level.DEBUG, "no answer from " + address, silent);
            return false;
        }
    }

    private void tell(String message) {
        try {
            if (socket.isPresent()) socket.get().send(message);
        } catch (IOException deaf) {
            LOG.log(Level.WARNING, "{0}; see 'systemctl status'", deaf.getMessage());
        }
    }

    @Override
    public void close() {
        serving = Optional.empty();
        changing = System.nanoTime();
        tell("STOPPING=1\nSTATUS=Ending");
    }
}
