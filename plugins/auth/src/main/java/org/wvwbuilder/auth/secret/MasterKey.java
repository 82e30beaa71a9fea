package org.wvwbuilder.auth.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The one secret outside of the database. Every other key is derived from it, each for one purpose only. */
public final class MasterKey {
    static final int BYTES = 32;
    private final byte[] secret;

    public MasterKey(byte[] secret) {
        if (secret.length != BYTES) throw new IllegalArgumentException("a master key has 32 bytes");
        this.secret = secret.clone();
    }

    /** The pepper of the passwords: whoever steals the database alone cannot try passwords on it. */
    public SecretKey pepper() {
        return new SecretKeySpec(derive("password pepper, version 1", 48), "HmacSHA384");
    }

    /** Blinds what strangers typed, so that it can be counted without being kept. */
    public SecretKey blind() {
        return new SecretKeySpec(derive("names of attempts, version 1", 32), "HmacSHA256");
    }

    /** Seals private keys that lie in the database. */
    public SecretBox box() {
        return new SecretBox(new SecretKeySpec(derive("sealed keys, version 1", 32), "AES"));
    }

    /** Recognises the key without telling anything about it. */
    public String fingerprint() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(derive("fingerprint, version 1", 16));
    }

    private byte[] derive(String purpose, int length) {
        try {
            var parameters = HKDFParameterSpec.ofExtract()
                    .addIKM(secret)
                    .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), length);
            return KDF.getInstance("HKDF-SHA256").deriveData(parameters);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(
                    "this Java runtime has no HKDF-SHA256: use the one of the product", missing);
        }
    }
}
