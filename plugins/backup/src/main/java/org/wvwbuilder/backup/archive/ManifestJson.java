package org.wvwbuilder.backup.archive;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The manifest as JSON. There is one way to write each, and nothing else is read. */
final class ManifestJson {
    /** Ten thousand files and as many tables fit in. */
    static final int LONGEST = 8 << 20;

    private static final JSON PRETTY = JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT);

    private ManifestJson() {}

    static byte[] bytes(Manifest manifest) {
        var content = manifest.content();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("format", manifest.format());
        all.put("product", content.product());
        all.put("engine", content.engine());
        all.put("created", content.created().toString());
        all.put("schemas", content.schemas());
        all.put("rows", content.rows());
        all.put("facts", content.facts());
        all.put("files", manifest.files().stream().map(ManifestJson::file).toList());
        byte[] json;
        try {
            json = PRETTY.asBytes(all);
        } catch (IOException defect) {
            throw new IllegalStateException("a manifest cannot be written as JSON: report this", defect);
        }
        if (json.length > LONGEST) {
            throw new ArchiveFault("the manifest of the backup would have " + json.length + " bytes, at most " + LONGEST
                    + " are allowed: tell less in it");
        }
        return json;
    }

    /** @throws ArchiveFault for anything that {@link #bytes} would not have written */
    static Manifest read(byte[] json) {
        Manifest manifest;
        try {
            manifest = manifest(JSON.std.mapFrom(json));
        } catch (IOException | ClassCastException | NullPointerException | DateTimeException other) {
            throw broken(other);
        }
        if (!Arrays.equals(bytes(manifest), json)) throw broken(null);
        return manifest;
    }

    private static Map<String, Object> file(Member member) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("name", member.name());
        file.put("bytes", member.bytes());
        file.put("sha256", member.sha256());
        return file;
    }

    private static Manifest manifest(Map<String, Object> all) {
        var format = whole(all.get("format"));
        // Before anything else: what a later format means by the rest is not known.
        if (format != Manifest.FORMAT) return new Manifest(format == (int) format ? (int) format : 0, null, List.of());
        var content = new Description(
                (String) all.get("product"),
                (String) all.get("engine"),
                Instant.parse((String) all.get("created")),
                texts((Map<?, ?>) all.get("schemas")),
                numbers((Map<?, ?>) all.get("rows")),
                texts((Map<?, ?>) all.get("facts")));
        var files = new ArrayList<Member>();
        for (var entry : (List<?>) all.get("files")) {
            var file = (Map<?, ?>) entry;
            files.add(new Member((String) file.get("name"), whole(file.get("bytes")), (String) file.get("sha256")));
        }
        return new Manifest(Manifest.FORMAT, content, files);
    }

    private static Map<String, String> texts(Map<?, ?> map) {
        Map<String, String> texts = new TreeMap<>();
        map.forEach((key, value) -> texts.put((String) key, (String) value));
        return texts;
    }

    private static Map<String, Long> numbers(Map<?, ?> map) {
        Map<String, Long> numbers = new TreeMap<>();
        map.forEach((key, value) -> numbers.put((String) key, whole(value)));
        return numbers;
    }

    private static long whole(Object value) {
        if (value instanceof Integer small) return small;
        return (Long) value;
    }

    private static ArchiveFault broken(Exception cause) {
        return new ArchiveFault("the manifest of the backup is not what was written: take another backup", cause);
    }
}
