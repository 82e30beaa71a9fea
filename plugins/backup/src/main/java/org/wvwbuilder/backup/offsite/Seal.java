package org.wvwbuilder.backup.offsite;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * The shape of a sealed copy: a header, then chunks, each sealed with AES-256-GCM under a nonce that says which one it is
 * and whether it is the last (the STREAM construction). So no chunk can be changed, left out, moved, repeated or added, and
 * no copy can be cut, without its being noticed when it is read.
 */
final class Seal {
    static final int CHUNK = 64 << 10;
    static final int TAG = 16;
    static final int SALT = 32;
    private static final byte[] MAGIC = "WVWSEAL1".getBytes(StandardCharsets.US_ASCII);
    static final int HEADER = MAGIC.length + SealingKey.ID + SALT;

    private Seal() {}

    static byte[] header(byte[] keyId, byte[] salt) {
        return ByteBuffer.allocate(HEADER).put(MAGIC).put(keyId).put(salt).array();
    }

    static boolean begins(byte[] header) {
        return header.length == HEADER && Arrays.equals(header, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    static byte[] keyId(byte[] header) {
        return Arrays.copyOfRange(header, MAGIC.length, MAGIC.length + SealingKey.ID);
    }

    /** @param index of the chunk, from 0 */
    static byte[] seal(SecretKey key, long index, boolean last, byte[] plain, int count) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, key, index, last).doFinal(plain, 0, count);
        } catch (GeneralSecurityException defect) {
            throw new IllegalStateException("AES-GCM does not work in this Java runtime: use the product's", defect);
        }
    }

    static byte[] open(SecretKey key, long index, boolean last, byte[] sealed, int count)
            throws GeneralSecurityException {
        return cipher(Cipher.DECRYPT_MODE, key, index, last).doFinal(sealed, 0, count);
    }

    /** How long so many bytes are when they are sealed. */
    static long sealed(long plain) {
        return HEADER + plain + TAG * Math.max(1, Math.ceilDiv(plain, CHUNK));
    }

    /** How many bytes are in a copy of that length; below 0 when no copy has it. */
    static long plain(long sealed) {
        long chunks = sealed - HEADER;
        return chunks - TAG * Math.ceilDiv(chunks, CHUNK + TAG);
    }

    private static Cipher cipher(int mode, SecretKey key, long index, boolean last) throws GeneralSecurityException {
        var nonce = ByteBuffer.allocate(12)
                .putLong(3, index)
                .put(11, (byte) (last ? 1 : 0))
                .array();
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(8 * TAG, nonce));
        return cipher;
    }
}
