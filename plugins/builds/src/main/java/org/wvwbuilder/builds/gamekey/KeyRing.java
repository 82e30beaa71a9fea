package org.wvwbuilder.builds.gamekey;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals the players' keys with AES-256-GCM. A sealed text names the secret that it was sealed with, so that the file may
 * be renewed, and opens only for the account that it was sealed for. The file is read each time: a change is noticed.
 */
public final class KeyRing {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final KeyFile file;
    private final SecureRandom random = new SecureRandom();

    public KeyRing(Path file) {
        this.file = new KeyFile(file);
    }

    /** @throws IOException when the file is not as it should be; the message says what to do */
    public void check() throws IOException {
        secrets();
    }

    String seal(String text, String account) throws IOException {
        var secrets = secrets();
        if (secrets.isEmpty()) secrets = file.create();
        var secret = secrets.getFirst();
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            var sealed =
                    cipher(Cipher.ENCRYPT_MODE, secret, nonce, account).doFinal(text.getBytes(StandardCharsets.UTF_8));
            var all = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE, sealed.length);
            return name(secret) + "." + base64(all);
        } catch (GeneralSecurityException defect) {
            throw new IllegalStateException("AES-GCM does not work in this Java runtime", defect);
        }
    }

    /** Empty when it was sealed with a secret that is no longer there, for another account, or was changed. */
    Optional<String> open(String sealed, String account) throws IOException {
        int dot = sealed.indexOf('.');
        for (var secret : secrets()) {
            if (dot < 0 || !name(secret).equals(sealed.substring(0, dot))) continue;
            return opened(secret, sealed.substring(dot + 1), account);
        }
        return Optional.empty();
    }

    /** Whether it was sealed with the secret that seals today. */
    boolean current(String sealed) throws IOException {
        var secrets = secrets();
        return !secrets.isEmpty() && sealed.startsWith(name(secrets.getFirst()) + ".");
    }

    private Optional<String> opened(byte[] secret, String sealed, String account) {
        try {
            var all = Base64.getUrlDecoder().decode(sealed);
            if (all.length <= NONCE) return Optional.empty();
            var text = cipher(Cipher.DECRYPT_MODE, secret, Arrays.copyOf(all, NONCE), account)
                    .doFinal(all, NONCE, all.length - NONCE);
            return Optional.of(new String(text, StandardCharsets.UTF_8));
        } catch (AEADBadTagException | IllegalArgumentException changed) {
            return Optional.empty();
        } catch (GeneralSecurityException defect) {
            throw new IllegalStateException("AES-GCM does not work in this Java runtime", defect);
        }
    }

    private List<byte[]> secrets() throws IOException {
        try {
            return file.read();
        } catch (IllegalStateException wrong) {
            throw new IOException(wrong.getMessage(), wrong);
        }
    }

    private static Cipher cipher(int mode, byte[] secret, byte[] nonce, String account)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(secret, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(("game key of " + account).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /** Tells secrets apart without telling anything about them. */
    private static String name(byte[] secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update("name of a secret".getBytes(StandardCharsets.UTF_8));
            return base64(Arrays.copyOf(digest.digest(secret), 6));
        } catch (GeneralSecurityException never) {
            throw new IllegalStateException("every Java runtime has SHA-256", never);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
