package org.wvwbuilder.auth.token;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.wvwbuilder.auth.secret.SecretBox;
import org.wvwbuilder.auth.session.Fresh;
import org.wvwbuilder.auth.token.KeyTable.Row;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Uuid7;

/** The signing keys in the database: P-256, the private half sealed. Read again within two seconds of any change. */
public final class SigningKeys {
    /** By then every node knows a new key; until then the old one signs. */
    static final Duration SPREAD = Duration.ofSeconds(5);
    /** Longer than any access token lives. */
    private static final Duration AFTERLIFE = Duration.ofMinutes(20);

    private final Database database;
    private final SecretBox box;
    private final InstantSource clock;
    private final KeyTable table = new KeyTable();
    private final Fresh<KeySet> current;
    /** Decoding costs more than reading. */
    private final ConcurrentHashMap<Row, SigningKey> decoded = new ConcurrentHashMap<>();

    public SigningKeys(Database database, SecretBox box, InstantSource clock) {
        this.database = database;
        this.box = box;
        this.clock = clock;
        this.current = new Fresh<>(() -> database.read(this::load), clock, new AtomicLong());
    }

    /** Is told, within the transaction, which key it was. */
    @FunctionalInterface
    public interface Witness {
        void saw(Connection connection, String kid) throws SQLException;
    }

    KeySet current() {
        return current.get();
    }

    /** Makes the first key where there is none. Two nodes that start at once may make two: both are good. */
    public void ensure() {
        database.write(this::ensure);
        current.forget();
    }

    private boolean ensure(Connection connection) throws SQLException {
        var none = table.trusted(connection, clock.millis()).stream()
                .allMatch(row -> row.retiredAt().isPresent());
        if (none) insert(connection);
        return none;
    }

    /** Every key there ever was, the newest first. */
    public List<KeyRow> all() {
        long now = clock.millis();
        var rows = database.read(table::all);
        var signer = current.get().signerAt(now);
        return rows.stream()
                .map(row -> new KeyRow(
                        row.kid(),
                        state(row, signer, now),
                        Instant.ofEpochMilli(row.createdAt()),
                        row.retiredAt().map(Instant::ofEpochMilli),
                        row.revokedAt().map(Instant::ofEpochMilli)))
                .toList();
    }

    private static String state(Row row, Optional<SigningKey> signer, long now) {
        if (row.revokedAt().isPresent()) return "revoked";
        if (signer.filter(key -> key.kid().equals(row.kid())).isPresent()) return "signing";
        return row.retiredAt().filter(at -> at <= now).isPresent() ? "retired" : "new";
    }

    /** Makes a new key. The ones before sign a few seconds longer, and verify as long as their tokens live. */
    public String rotate(Witness witness) {
        var kid = database.write(connection -> {
            var made = insert(connection);
            table.retireOthers(connection, made, clock.millis() + SPREAD.toMillis());
            witness.saw(connection, made);
            return made;
        });
        current.forget();
        return kid;
    }

    /**
     * Takes all trust from a key; a new one is made when it was the last.
     *
     * @return false when there is no such key, or it was revoked before
     */
    public boolean revoke(String kid, Witness witness) {
        boolean revoked = database.write(connection -> {
            if (!table.revoke(connection, kid, clock.millis())) return false;
            ensure(connection);
            witness.saw(connection, kid);
            return true;
        });
        current.forget();
        return revoked;
    }

    private String insert(Connection connection) throws SQLException {
        var kid = Uuid7.next(clock);
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var pair = generator.generateKeyPair();
            var encoded = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(pair.getPublic().getEncoded());
            table.insert(connection, kid, encoded, box.seal(pair.getPrivate().getEncoded(), kid), clock.millis());
            return kid;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java runtime cannot make P-256 keys", missing);
        }
    }

    private KeySet load(Connection connection) throws SQLException {
        var rows = table.trusted(connection, clock.millis() - AFTERLIFE.toMillis());
        decoded.keySet().retainAll(rows);
        return KeySet.of(rows.stream()
                .map(row -> decoded.computeIfAbsent(row, this::decode))
                .toList());
    }

    private SigningKey decode(Row row) {
        try {
            var publicKey = (ECPublicKey) KeyFactory.getInstance("EC")
                    .generatePublic(
                            new X509EncodedKeySpec(Base64.getUrlDecoder().decode(row.publicKey())));
            return new SigningKey(row.kid(), publicKey, opened(row), row.createdAt(), row.retiredAt());
        } catch (GeneralSecurityException damaged) {
            throw new IllegalStateException(
                    "the signing key " + row.kid() + " in the database is damaged: restore a backup", damaged);
        }
    }

    private Optional<PrivateKey> opened(Row row) {
        try {
            var encoded = box.open(row.sealed(), row.kid());
            return Optional.of(KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException otherMasterKey) {
            return Optional.empty();
        }
    }
}
