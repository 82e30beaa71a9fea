package org.wvwbuilder.kernel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The signed list of a plugin's files; see plugin-api/docs/packaging.md. There is exactly one text for each: whatever
 * differs from it by a byte is refused, so that nothing can hide in what a reader would skip.
 *
 * @param key the public key, its 32 bytes as base64
 * @param sums SHA-256 in hexadecimal by the file's name
 * @param signature of everything above it, as base64
 */
record Manifest(String id, String key, SortedMap<String, String> sums, String signature) {
    static final String FILE = "plugin.manifest";
    private static final String FORMAT = "wvw-plugin ";
    private static final String VERSION = "1";
    private static final long LONGEST = 256 << 10;
    private static final Pattern LINE = Pattern.compile("sha256 ([0-9a-f]{64})  (\\S+)");
    private static final int HEAD = 3;

    /** Lists and signs. */
    static Manifest sign(String id, String publicKey, SortedMap<String, String> sums, PrivateKey key) {
        var open = new Manifest(id, publicKey, sums, "");
        return new Manifest(id, publicKey, sums, Ed25519.sign(key, open.signed()));
    }

    /** Whether there is anything in a folder that claims to be one, a link too. */
    static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(FILE), LinkOption.NOFOLLOW_LINKS);
    }

    static Manifest in(Path folder) throws Fault {
        var file = folder.resolve(FILE);
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) throw damaged("it is no plain file");
            if (Files.size(file) > LONGEST) throw damaged("it is longer than " + LONGEST + " bytes");
            return read(Files.readString(file, StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new Fault(
                    "its " + FILE + " cannot be read: " + e,
                    "Make it readable for the server, or copy the plugin's folder again from its download.",
                    e);
        }
    }

    static Manifest read(String text) throws Fault {
        var lines = List.of(text.split("\n", -1));
        if (!lines.getFirst().startsWith(FORMAT)) throw damaged("it does not begin with '" + FORMAT + VERSION + "'");
        var version = lines.getFirst().substring(FORMAT.length());
        if (!version.equals(VERSION)) {
            throw new Fault(
                    "its " + FILE + " is of format " + version + ", this server reads format " + VERSION,
                    "Upgrade WvW Builder, or ask its author for a build that is signed in format " + VERSION + ".");
        }
        // The last line break is followed by nothing.
        if (lines.size() < HEAD + 2) throw damaged("its end is missing");
        var sums = new TreeMap<String, String>();
        for (var line : lines.subList(HEAD, lines.size() - 2)) {
            var match = LINE.matcher(line);
            if (!match.matches() || !FolderSums.plain(match.group(2))) {
                throw damaged("it has a line that is no sum of a file");
            }
            sums.put(match.group(2), match.group(1));
        }
        var manifest = new Manifest(
                value(lines.get(1), "id"),
                base64(lines.get(2), "key"),
                sums,
                base64(lines.get(lines.size() - 2), "signature"));
        if (manifest.text().equals(text)) return manifest;
        throw damaged("its lines are not in their order");
    }

    private static String value(String line, String name) throws Fault {
        if (line.startsWith(name + " ")) return line.substring(name.length() + 1);
        throw damaged("its " + name + " is missing");
    }

    private static String base64(String line, String name) throws Fault {
        var value = value(line, name);
        try {
            // Decoders pass over the bits that the last letter has too many: of all spellings only one counts.
            var decoded = Base64.getDecoder().decode(value);
            if (Base64.getEncoder().encodeToString(decoded).equals(value)) return value;
            throw damaged("its " + name + " is not base64 in the usual spelling");
        } catch (IllegalArgumentException e) {
            throw damaged("its " + name + " is not base64");
        }
    }

    private static Fault damaged(String how) {
        return new Fault(
                "its " + FILE + " is damaged: " + how,
                "Copy the plugin's folder again from its download, or sign it again.");
    }

    /** Whether the signature was made by the key that is named, over this very text. */
    boolean genuine() {
        try {
            return Ed25519.verifies(Ed25519.publicKey(key), signed(), signature);
        } catch (IllegalArgumentException noKeyOrNoBase64) {
            // Who names no key cannot have signed with it.
            return false;
        }
    }

    /** As it stands in its file. */
    String text() {
        return body() + "signature " + signature + "\n";
    }

    private byte[] signed() {
        return body().getBytes(StandardCharsets.US_ASCII);
    }

    private String body() {
        var text = new StringBuilder(FORMAT + VERSION + "\nid " + id + "\nkey " + key + "\n");
        sums.forEach((name, sum) ->
                text.append("sha256 ").append(sum).append("  ").append(name).append('\n'));
        return text.toString();
    }
}
