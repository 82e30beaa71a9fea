package org.wvwbuilder.backup.offsite;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The operator's key. Every copy is sealed with one of its own, which is derived from this and the copy's header. */
final class SealingKey {
    static final int BYTES = 32;
    static final int ID = 8;
    private final byte[] secret;

    SealingKey(byte[] secret) {
        if (secret.length != BYTES) throw new IllegalArgumentException("a key has 32 bytes");
        this.secret = secret.clone();
    }

    /** Recognises the key without telling anything about it. */
    byte[] id() {
        return derive(new byte[0], text("wvw-builder offsite key id, version 1"), ID);
    }

    String name() {
        return HexFormat.of().formatHex(id());
    }

    /** The key of one copy. All of the header goes in, so that a changed header makes another key. */
    SecretKey of(byte[] header) {
        return new SecretKeySpec(derive(header, text("wvw-builder offsite copy, version 1"), 32), "AES");
    }

    private byte[] derive(byte[] salt, byte[] purpose, int length) {
        try {
            var extract = HKDFParameterSpec.ofExtract().addIKM(secret);
            if (salt.length > 0) extract.addSalt(salt);
            return KDF.getInstance("HKDF-SHA256").deriveData(extract.thenExpand(purpose, length));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java runtime has no HKDF-SHA256: use the product's", missing);
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
