package org.wvwbuilder.builds.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

/** The resource as text: its checksum verified, its lines handed out section by section. */
final class Sheet {
    private static final String FORMAT = "wvw-catalogue\t1\t";
    private static final String END = "[end]\t";

    private final String text;
    private final String digest;
    private final String version;
    private final Optional<Integer> gameBuild;
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private int at;

    private Sheet(byte[] bytes) {
        text = new String(bytes, StandardCharsets.UTF_8);
        int end = text.lastIndexOf(END);
        if (!text.startsWith(FORMAT) || end < 0) throw new CatalogueFault("not in the format 1", null);
        digest = text.substring(end + END.length()).strip();
        int length = bytes.length - END.length() - digest.length() - 1;
        if (!digest.equals(checksum(bytes, length))) throw new CatalogueFault("its checksum is wrong", null);
        var head = new Row(line().substring(FORMAT.length()));
        version = head.text();
        gameBuild = head.optional(Integer::valueOf);
    }

    static Sheet read(InputStream compressed) {
        try (var in = new GZIPInputStream(compressed, 1 << 16)) {
            return new Sheet(in.readAllBytes());
        } catch (IOException e) {
            throw new CatalogueFault(String.valueOf(e.getMessage()), e);
        }
    }

    /** The next section, which must have this name. */
    <T> List<T> section(String name, Function<Row, T> reading) {
        var head = new Row(line());
        if (!head.text().equals("[" + name + "]")) throw new CatalogueFault("no section " + name, null);
        int rows = head.number();
        var all = new ArrayList<T>(rows);
        for (int i = 0; i < rows; i++) all.add(reading.apply(new Row(line())));
        counts.put(name.replace('-', '_'), rows);
        return List.copyOf(all);
    }

    Edition edition() {
        return new Edition(version, gameBuild, digest, Collections.unmodifiableMap(counts));
    }

    private String line() {
        int end = text.indexOf('\n', at);
        if (end < 0) throw new CatalogueFault("it ends too early", null);
        var line = text.substring(at, end);
        at = end + 1;
        return line;
    }

    private static String checksum(byte[] bytes, int length) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, length);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
