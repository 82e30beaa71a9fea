import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/**
 * What the distribution consists of, as CycloneDX 1.6: every jar that is shipped, with its coordinates and its sum. Made from
 * the files and not from the poms, so that it names exactly what is there; without time or random number, so that two builds
 * are the same bytes.
 *
 * @param jars the files of the distribution and where each comes from
 * @param console names the libraries whose files the console's jar contains
 */
record Sbom(String version, Map<String, Path> jars, Path console) {
    /** Where Maven keeps a library: GROUP/ARTIFACT/VERSION/FILE. */
    private static final Pattern REPOSITORY = Pattern.compile(".*/repository/(.+)/([^/]+)/([^/]+)/[^/]+\\.jar");

    private static final Pattern WOVEN =
            Pattern.compile("<groupId>(org\\.mvnpm[^<]*)</groupId>\\s*<artifactId>([^<$]+)</artifactId>\\s*<version>\\$\\{([^}]+)}");

    private record Component(String group, String name, String version, Optional<String> sum, String licence) {

        String purl() {
            return "pkg:maven/" + group + "/" + name + "@" + version + "?type=jar";
        }

        String json() {
            var hashes = sum.map(hex -> ", \"hashes\": [{\"alg\": \"SHA-256\", \"content\": \"" + hex + "\"}]");
            var licences = licence.isEmpty()
                    ? ""
                    : ", \"licenses\": [{\"license\": {\"name\": " + quoted(licence) + "}}]";
            return "{\"type\": \"library\", \"bom-ref\": " + quoted(purl()) + ", \"group\": " + quoted(group) + ", \"name\": "
                    + quoted(name) + ", \"version\": " + quoted(version) + ", \"purl\": " + quoted(purl()) + hashes.orElse("")
                    + licences + "}";
        }
    }

    String text() throws IOException, NoSuchAlgorithmException {
        var components = new TreeMap<String, Component>();
        for (var entry : jars.entrySet()) {
            if (!entry.getKey().endsWith(".jar")) continue;
            var component = component(entry.getValue());
            components.put(component.purl(), component);
        }
        for (var component : woven()) components.put(component.purl(), component);
        var java = new Component("org.openjdk", "openjdk", Runtime.version().toString(), Optional.empty(),
                "GPL-2.0-with-classpath-exception");
        components.put(java.purl(), java);
        var lines = components.values().stream().map(Component::json).toList();
        return """
                {
                  "bomFormat": "CycloneDX",
                  "specVersion": "1.6",
                  "version": 1,
                  "metadata": {
                    "component": {"type": "application", "group": "org.wvwbuilder", "name": "wvw-builder", "version": %s}
                  },
                  "components": [
                    %s
                  ]
                }
                """.formatted(quoted(version), String.join(",\n    ", lines));
    }

    private Component component(Path jar) throws IOException, NoSuchAlgorithmException {
        var sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));
        var hex = Optional.of(HexFormat.of().formatHex(sum));
        var place = REPOSITORY.matcher(jar.toString());
        if (place.matches()) {
            return new Component(group(place.group(1)), place.group(2), place.group(3), hex, licence(jar));
        }
        // Made in this build.
        var name = jar.getFileName().toString().replaceFirst("-" + Pattern.quote(version) + "\\.jar$", "");
        return new Component("org.wvwbuilder", name, version, hex, "Apache-2.0");
    }

    private static String group(String folders) {
        return folders.replace('/', '.');
    }

    /** As the jar's manifest or the pom beside it says; empty when neither does. */
    private static String licence(Path jar) throws IOException {
        try (var open = new JarFile(jar.toFile())) {
            var manifest = open.getManifest();
            var told = manifest == null ? null : manifest.getMainAttributes().getValue("Bundle-License");
            if (told != null) return told.replaceAll("[\"\\s]+", " ").strip();
        }
        var pom = Path.of(jar.toString().replaceFirst("\\.jar$", ".pom"));
        if (!Files.exists(pom)) return "";
        var name = Pattern.compile("(?s)<license>.*?<name>([^<]+)</name>").matcher(Files.readString(pom));
        return name.find() ? name.group(1).strip() : "";
    }

    private List<Component> woven() throws IOException {
        var pom = Files.readString(console);
        var found = new ArrayList<Component>();
        var item = WOVEN.matcher(pom);
        while (item.find()) {
            var value = Pattern.compile("<" + Pattern.quote(item.group(3)) + ">([^<]+)<").matcher(pom);
            if (!value.find()) throw new IOException("no version of " + item.group(2) + " in " + console);
            found.add(new Component(item.group(1), item.group(2), value.group(1), Optional.empty(), ""));
        }
        if (found.isEmpty()) throw new IOException("no libraries are named in " + console);
        return found;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
