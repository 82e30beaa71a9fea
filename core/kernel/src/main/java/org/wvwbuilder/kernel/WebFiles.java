package org.wvwbuilder.kernel;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/**
 * The files that a plugin brings for browsers. Their address holds a fingerprint of all of them: it changes when one of
 * them does, so browsers may keep what they have for good, and what one file imports from beside it is of the same build.
 */
public final class WebFiles {
    /** Where they lie in the plugin's jar. */
    public static final String FOLDER = "META-INF/wvw/ui/";

    /** Stands between the plugin's id and the fingerprint; no id has one. */
    public static final char MARK = '@';

    private static final int BYTES = 8;

    private WebFiles() {}

    /** The address of one of them: {@code /ui/kill-feed@0f3a…/kill-feed.js}. */
    static String address(PluginHandle plugin, String file) {
        var fingerprint = plugin.fingerprint();
        return "/ui/" + plugin.id() + (fingerprint.isEmpty() ? "" : MARK + fingerprint) + '/' + file;
    }

    /** Empty where a file cannot be read: then that one is missed by itself, and not all panels for its sake. */
    static String fingerprint(TableOwner plugin) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var name : plugin.resources()) {
                if (name.startsWith(FOLDER)) add(plugin, name, digest);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
        } catch (IOException unreadable) {
            return "";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /**
     * A file counts by its checksum: that runs in the processor from the first byte on, while a hash of everything would
     * be interpreted when the first page asks for it, right after the start.
     */
    private static void add(TableOwner plugin, String name, MessageDigest digest) throws IOException {
        var stream = plugin.resource(name);
        if (stream.isEmpty()) return;
        var sum = new CRC32();
        long length;
        try (var file = new CheckedInputStream(stream.get(), sum)) {
            length = file.transferTo(OutputStream.nullOutputStream());
        }
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(length)
                .putLong(sum.getValue())
                .array());
    }
}
