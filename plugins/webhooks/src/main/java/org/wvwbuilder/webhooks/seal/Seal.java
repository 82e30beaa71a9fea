package org.wvwbuilder.webhooks.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals texts with AES-256-GCM, each for one purpose: a sealed text put in another's place does not open. */
public final class Seal {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final byte[] secret;
    private final SecureRandom random = new SecureRandom();

    Seal(byte[] secret) {
        this.secret = secret.clone();
    }

    public String seal(String text, String purpose) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        var sealed = cipher(Cipher.ENCRYPT_MODE, secret, nonce, purpose, text.getBytes(StandardCharsets.UTF_8));
        var all = Arrays.copyOf(nonce, NONCE + sealed.orElseThrow().length);
        System.arraycopy(sealed.get(), 0, all, NONCE, sealed.get().length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /** Empty when it was sealed with another secret, for another purpose, or was changed. */
    public Optional<String> open(String sealed, String purpose) {
        try {
            var all = Base64.getUrlDecoder().decode(sealed);
            if (all.length <= NONCE) return Optional.empty();
            var nonce = Arrays.copyOf(all, NONCE);
            return cipher(Cipher.DECRYPT_MODE, secret, nonce, purpose, Arrays.copyOfRange(all, NONCE, all.length))
                    .map(text -> new String(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> cipher(int mode, byte[] secret, byte[] nonce, String purpose, byte[] text) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(secret, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
            return Optional.of(cipher.doFinal(text));
        } catch (AEADBadTagException changed) {
            return Optional.empty();
        } catch (GeneralSecurityException defect) {
            throw new IllegalStateException("AES-GCM does not work in this Java runtime", defect);
        }
    }
}
