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
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.wvwbuilder.auth.secret.SecretBox;
import org.wvwbuilder.auth.session.Fresh;
import org.wvwbuilder.auth.sql.Rows;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Uuid7;

/** The signing keys in the database: P-256, the private half sealed. Read again within two seconds of any change. */
public final class SigningKeys {
    private record Row(String kid, String publicKey, String sealed, boolean retired) {}

    private final Database database;
    private final SecretBox box;
    private final InstantSource clock;
    private final Fresh<KeySet> current;
    /** Decoding costs more than reading; a key never changes, it only retires. */
    private final ConcurrentHashMap<Row, SigningKey> decoded = new ConcurrentHashMap<>();

    public SigningKeys(Database database, SecretBox box, InstantSource clock) {
        this.database = database;
        this.box = box;
        this.clock = clock;
        this.current = new Fresh<>(() -> database.read(this::load), clock, new AtomicLong());
    }

    KeySet current() {
        return current.get();
    }

    /** Makes the first key where there is none. Two nodes that start at once may make two: both are good. */
    public void ensure() {
        database.write(connection -> {
            var none = rows(connection).stream().allMatch(Row::retired);
            if (none) insert(connection);
            return none;
        });
        current.forget();
    }

    private void insert(Connection connection) throws SQLException {
        var kid = Uuid7.next(clock);
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var pair = generator.generateKeyPair();
            Rows.change(
                    connection,
                    "INSERT INTO auth_keys (kid, algorithm, public_key, private_sealed, created_at)"
                            + " VALUES (?, 'ES256', ?, ?, ?)",
                    kid,
                    Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(pair.getPublic().getEncoded()),
                    box.seal(pair.getPrivate().getEncoded(), kid),
                    clock.millis());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java runtime cannot make P-256 keys", missing);
        }
    }

    private KeySet load(Connection connection) throws SQLException {
        var rows = rows(connection);
        decoded.keySet().retainAll(rows);
        return KeySet.of(rows.stream()
                .map(row -> decoded.computeIfAbsent(row, this::decode))
                .toList());
    }

    private static List<Row> rows(Connection connection) throws SQLException {
        return Rows.all(
                connection,
                "SELECT kid, public_key, private_sealed, retired_at FROM auth_keys WHERE revoked_at IS NULL"
                        + " ORDER BY created_at DESC, kid DESC",
                row -> new Row(
                        row.getString("kid"),
                        row.getString("public_key"),
                        row.getString("private_sealed"),
                        Rows.moment(row, "retired_at").isPresent()));
    }

    private SigningKey decode(Row row) {
        try {
            var publicKey = (ECPublicKey) KeyFactory.getInstance("EC")
                    .generatePublic(
                            new X509EncodedKeySpec(Base64.getUrlDecoder().decode(row.publicKey())));
            return new SigningKey(row.kid(), publicKey, opened(row), !row.retired());
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
