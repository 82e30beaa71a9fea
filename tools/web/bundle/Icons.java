package bundle;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Takes pictures out of scripts into files, since our content security policy allows images of this server only and no
 * {@code data:} addresses.
 */
final class Icons {
    private static final Pattern PICTURE = Pattern.compile("url\\('data:image/svg\\+xml;utf8,(<svg.*?</svg>)'\\)");

    private final Map<String, String> files = new TreeMap<>();

    String extract(String text) {
        return PICTURE.matcher(text).replaceAll(found -> {
            String name = "icon-" + digest(found.group(1)) + ".svg";
            files.put(name, found.group(1));
            return "url('" + Bundle.ADDRESS + name + "')";
        });
    }

    void write(Path folder) throws IOException {
        if (files.isEmpty()) throw new IOException("no icon was found in Vaadin's styles: see how they come now");
        Files.createDirectories(folder);
        for (var file : files.entrySet()) Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 4).toUpperCase(Locale.ROOT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
