package org.wvwbuilder.auth.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** Seals small secrets with AES-GCM. A sealed text opens only under the name that it was sealed for. */
public final class SecretBox {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    SecretBox(SecretKey key) {
        this.key = key;
    }

    public String seal(byte[] secret, String name) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, name).doFinal(secret);
            var all = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE, sealed.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
        } catch (GeneralSecurityException defect) {
            throw new IllegalStateException("AES-GCM does not work in this Java runtime", defect);
        }
    }

    /** @throws GeneralSecurityException when it was sealed with another key, under another name, or was changed */
    public byte[] open(String sealed, String name) throws GeneralSecurityException {
        byte[] all;
        try {
            all = Base64.getUrlDecoder().decode(sealed);
        } catch (IllegalArgumentException notBase64) {
            throw new GeneralSecurityException("not a sealed text", notBase64);
        }
        if (all.length < NONCE + TAG_BITS / 8) throw new GeneralSecurityException("not a sealed text: too short");
        return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(all, NONCE), name).doFinal(all, NONCE, all.length - NONCE);
    }

    private Cipher cipher(int mode, byte[] nonce, String name) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
