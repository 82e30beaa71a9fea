package org.wvwbuilder.auth.throttle;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.wvwbuilder.auth.sql.Rows;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Problem;

/**
 * Counts what fails, in the database: a restart forgives nothing, and nodes that share it count together. Whoever tries
 * in vain is delayed; what was tried meanwhile is neither checked nor counted.
 */
public final class Throttle {
    static final int MOST_ROWS = 100_000;
    private static final int TRIES_BETWEEN_PURGES = 1_000;

    private final Database database;
    private final SecretKey blind;
    private final InstantSource clock;
    private final AtomicInteger tries = new AtomicInteger();

    public Throttle(Database database, SecretKey blind, InstantSource clock) {
        this.database = database;
        this.blind = blind;
        this.clock = clock;
    }

    private record Row(int tries, long began, long blockedUntil, long expires) {}

    /** The budget of somebody: of a folded name, an account, an address, a device. */
    public Budget budget(Limit limit, String whose) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(blind);
            var name = mac.doFinal((limit.text() + ':' + whose).getBytes(StandardCharsets.UTF_8));
            return new Budget(limit, Base64.getUrlEncoder().withoutPadding().encodeToString(name));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java runtime has HmacSHA256", missing);
        }
    }

    /** The budget of an address; of IPv6 the network that one customer has. */
    public Budget ofAddress(Limit limit, String address) {
        return budget(limit, Networks.of(address));
    }

    public Standing look(Connection connection, Budget budget) throws SQLException {
        long now = clock.millis();
        return standing(budget.limit(), row(connection, budget, "").filter(row -> row.expires() > now), now);
    }

    /** The first of these that has to wait, or else the first. */
    public Standing look(Connection connection, List<Budget> budgets) throws SQLException {
        Standing first = null;
        for (var budget : budgets) {
            var standing = look(connection, budget);
            if (standing.blocked()) return standing;
            if (first == null) first = standing;
        }
        return first;
    }

    public Standing look(Budget budget) {
        return database.read(connection -> look(connection, budget));
    }

    /** @throws Problem 429 when one of these has to wait */
    public void require(Budget... budgets) {
        var standing = database.read(connection -> look(connection, List.of(budgets)));
        if (standing.blocked()) throw standing.problem();
    }

    /**
     * Takes one try from each, unless one of them has to wait: then nothing is taken.
     *
     * @return what had to wait already, or how the first stands now: the last try is a try
     */
    public Spent spend(Connection connection, List<Budget> budgets) throws SQLException {
        purgeNowAndThen(connection);
        var before = look(connection, budgets);
        if (before.blocked()) return new Spent(before, true);
        Standing first = null;
        for (var budget : budgets) {
            var spent = spend(connection, budget);
            if (spent.refused()) return spent;
            if (first == null) first = spent.standing();
        }
        return new Spent(first, false);
    }

    /** @param refused whether there was nothing to take */
    public record Spent(Standing standing, boolean refused) {}

    /**
     * Takes one try from each, in a transaction of its own.
     *
     * @throws Problem 429 when one of these has to wait
     */
    public Standing spend(Budget... budgets) {
        var spent = database.write(connection -> spend(connection, List.of(budgets)));
        if (spent.refused()) throw spent.standing().problem();
        return spent.standing();
    }

    /**
     * What a code stands for. A code cannot be guessed, but whoever tries need not be served for ever.
     *
     * @throws Problem the {@code wrong} one, or 429 for an address that tries many
     */
    public <T> T byCode(String address, Supplier<Optional<T>> found, Supplier<Problem> wrong) {
        var budget = ofAddress(Limit.CODE, address);
        require(budget);
        return found.get().orElseThrow(() -> {
            spend(budget);
            return wrong.get();
        });
    }

    private Spent spend(Connection connection, Budget budget) throws SQLException {
        long now = clock.millis();
        var limit = budget.limit();
        var fresh = new Row(0, now, 0, now + limit.window().toMillis());
        write(connection, budget, fresh, "NOTHING");
        // Nodes that count at once wait for each other here. On SQLite there is one writer anyway.
        var lock = database.engine() == Database.Engine.POSTGRESQL ? " FOR UPDATE" : "";
        var row = row(connection, budget, lock)
                .filter(found -> found.expires() > now)
                .orElse(fresh);
        if (row.blockedUntil() > now) return new Spent(standing(limit, Optional.of(row), now), true);
        var next = next(limit, row, now);
        write(
                connection,
                budget,
                next,
                "UPDATE SET tries = excluded.tries, began_at = excluded.began_at,"
                        + " blocked_until = excluded.blocked_until, expires_at = excluded.expires_at");
        return new Spent(standing(limit, Optional.of(next), now), false);
    }

    private static Row next(Limit limit, Row row, long now) {
        int tries = row.tries() + 1;
        long end = row.began() + limit.window().toMillis();
        if (tries < limit.quota()) return new Row(tries, row.began(), 0, end);
        if (!limit.growing()) return new Row(tries, row.began(), end, end);
        long until = now + Limit.delay(tries - limit.quota()).toMillis();
        return new Row(tries, row.began(), until, until + limit.window().toMillis());
    }

    private static Standing standing(Limit limit, Optional<Row> row, long now) {
        if (row.isEmpty())
            return new Standing(limit, limit.quota(), limit.window().toMillis(), 0);
        long wait = Math.max(0, row.get().blockedUntil() - now);
        int left = wait > 0 ? 0 : Math.max(1, limit.quota() - row.get().tries());
        return new Standing(limit, left, row.get().expires() - now, wait);
    }

    public void forget(Connection connection, Budget budget) throws SQLException {
        Rows.change(connection, "DELETE FROM auth_attempts WHERE bucket = ?", budget.bucket());
    }

    /** Deletes what is over. @return what was done, for the job's record */
    public String purge() {
        return database.write(this::purge) + " counters deleted";
    }

    /** Should an attack of many addresses leave more rows than are good, those that end first go first. */
    private int purge(Connection connection) throws SQLException {
        int over = Rows.change(connection, "DELETE FROM auth_attempts WHERE expires_at <= ?", clock.millis());
        long rest = Rows.count(connection, "SELECT count(*) FROM auth_attempts");
        if (rest <= MOST_ROWS) return over;
        var sql = "DELETE FROM auth_attempts WHERE bucket IN"
                + " (SELECT bucket FROM auth_attempts ORDER BY expires_at LIMIT ?)";
        return over + Rows.change(connection, sql, rest - MOST_ROWS);
    }

    private void purgeNowAndThen(Connection connection) throws SQLException {
        if (tries.incrementAndGet() % TRIES_BETWEEN_PURGES == 0) purge(connection);
    }

    private static Optional<Row> row(Connection connection, Budget budget, String lock) throws SQLException {
        return Rows.first(
                connection, "SELECT * FROM auth_attempts WHERE bucket = ?" + lock, Throttle::row, budget.bucket());
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getInt("tries"), row.getLong("began_at"), row.getLong("blocked_until"), row.getLong("expires_at"));
    }

    private static void write(Connection connection, Budget budget, Row row, String conflict) throws SQLException {
        Rows.change(
                connection,
                "INSERT INTO auth_attempts (bucket, tries, began_at, blocked_until, expires_at) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (bucket) DO " + conflict,
                budget.bucket(),
                row.tries(),
                row.began(),
                row.blockedUntil(),
                row.expires());
    }
}
