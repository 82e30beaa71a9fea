package org.wvwbuilder.squads.sql;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.wvwbuilder.plugin.Problem;

/**
 * A request that may come twice.
 *
 * @param owner account id of whoever sends it
 * @param key its Idempotency-Key
 * @param digest of what it asks for
 */
public record Repeatable(String owner, String key, String digest) {

    /**
     * Reads an Idempotency-Key header; empty where there is none.
     *
     * @param request a record whose text tells two requests apart
     */
    public static Optional<Repeatable> of(String owner, String key, Record request) {
        if (key == null) return Optional.empty();
        if (!key.matches("[!-~]{1,128}")) {
            throw Problem.invalid("Idempotency-Key", "1 to 128 visible ASCII characters");
        }
        return Optional.of(new Repeatable(owner, key, digest(request.getClass().getSimpleName() + request)));
    }

    private static String digest(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
