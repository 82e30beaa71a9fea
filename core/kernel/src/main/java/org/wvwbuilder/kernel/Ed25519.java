package org.wvwbuilder.kernel;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** Keys of Ed25519 as files and settings carry them, and signatures by them. All of it is the JDK's. */
final class Ed25519 {
    private static final String ALGORITHM = "Ed25519";
    /** What stands before the 32 bytes of a public key in X.509. */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final int RAW = 32;

    private Ed25519() {}

    /** @param pem the private key in PKCS #8, as openssl reads it */
    record Pair(String publicKey, String pem) {}

    static Pair generate() {
        try {
            var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            var lines = Base64.getMimeEncoder(64, new byte[] {'\n'})
                    .encodeToString(pair.getPrivate().getEncoded());
            return new Pair(
                    text(pair.getPublic()), "-----BEGIN PRIVATE KEY-----\n" + lines + "\n-----END PRIVATE KEY-----\n");
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    /**
     * Reads a public key: its 32 bytes, or those in X.509, as base64, with or without the lines of PEM around it.
     *
     * @throws IllegalArgumentException when it is none
     */
    static PublicKey publicKey(String text) {
        var bytes = bytes(text);
        if (bytes.length == RAW) bytes = join(X509, bytes);
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not the public key of an Ed25519 pair", e);
        }
    }

    /** @throws IllegalArgumentException when it is none */
    static PrivateKey privateKey(String pem) {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(bytes(pem)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not the private key of an Ed25519 pair in PKCS #8", e);
        }
    }

    /** The one text for a public key: its 32 bytes as base64. */
    static String text(PublicKey key) {
        var encoded = key.getEncoded();
        return Base64.getEncoder().encodeToString(Arrays.copyOfRange(encoded, encoded.length - RAW, encoded.length));
    }

    static String sign(PrivateKey key, byte[] message) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(message);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    static boolean verifies(PublicKey key, byte[] message, String signed) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(message);
            return signature.verify(Base64.getDecoder().decode(signed));
        } catch (SignatureException | InvalidKeyException notEvenOne) {
            // Bytes that cannot be a signature, or a key that is no point of the curve, prove nothing.
            return false;
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    private static byte[] bytes(String text) {
        try {
            return Base64.getDecoder()
                    .decode(text.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not a key as base64", e);
        }
    }

    private static byte[] join(byte[] first, byte[] second) {
        var joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }

    private static IllegalStateException missing(GeneralSecurityException e) {
        return new IllegalStateException("this Java has no " + ALGORITHM, e);
    }
}
