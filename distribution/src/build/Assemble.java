import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Lays the distribution out under {@code distribution/target}. Maven runs it with the JDK that the project is built with.
 * It compares and touches only what differs, so that repeating it is quick and a server that runs from the folder keeps
 * the files that it has open.
 *
 * <p>Arguments: the folder to fill, the project's root folder, a file with the ground jars and one with the host jars, both
 * separated by colons.
 */
final class Assemble {
    private static final String RUNTIME_MODULES = String.join(
            ",", "java.se", "jdk.crypto.ec", "jdk.httpserver", "jdk.jcmd", "jdk.jfr", "jdk.localedata", "jdk.management",
            "jdk.naming.dns", "jdk.net", "jdk.unsupported", "jdk.zipfs");

    private static final String SUMS = "SHA256SUMS";

    private final Path home;
    private final Path root;
    /** What the folder shall hold, by its path in there, and where each comes from. */
    private final Map<String, Path> wanted = new TreeMap<>();

    private Assemble(Path home, Path root) {
        this.home = home;
        this.root = root;
    }

    public static void main(String[] arguments) throws Exception {
        var assemble = new Assemble(Path.of(arguments[0]).toAbsolutePath(), Path.of(arguments[1]).toAbsolutePath());
        assemble.jars("lib/ground", Path.of(arguments[2]));
        assemble.jars("lib/host", Path.of(arguments[3]));
        assemble.plugins();
        assemble.tree(assemble.root.resolve("distribution/src/main/files"), "");
        assemble.tree(assemble.root.resolve("etc"), "etc");
        for (var name : List.of("LICENSE", "NOTICE", "CHANGELOG.md")) assemble.file(assemble.root.resolve(name), name);
        assemble.licences();
        assemble.sqlite();
        assemble.sbom();
        assemble.runtime();
        assemble.sync();
        assemble.stamp();
        assemble.handbook();
        assemble.sums();
    }

    private void jars(String folder, Path list) throws IOException {
        for (var jar : Files.readString(list).strip().split(":")) {
            wanted.put(folder + "/" + Path.of(jar).getFileName(), Path.of(jar));
        }
    }

    /** Each plugin brings its own jar and, in {@code target/libraries.txt}, the libraries that only it has. */
    private void plugins() throws IOException {
        for (var module : children(root.resolve("plugins"))) {
            var id = module.getFileName().toString();
            for (var jar : children(module.resolve("target"))) {
                var name = jar.getFileName().toString();
                if (!name.matches("wvw-" + id + "-[0-9][^/]*\\.jar") || name.contains("-tests")) continue;
                wanted.put("plugins/" + id + "/" + name, jar);
                libraries(id, module.resolve("target/libraries.txt"));
            }
        }
    }

    private void libraries(String plugin, Path list) throws IOException {
        if (!Files.exists(list) || Files.readString(list).isBlank()) return;
        jars("plugins/" + plugin, list);
    }

    private void tree(Path from, String to) throws IOException {
        if (!Files.isDirectory(from)) return;
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                file(file, (to.isEmpty() ? "" : to + "/") + from.relativize(file).toString());
            }
        }
    }

    private void file(Path from, String to) {
        if (Files.exists(from)) wanted.put(to, from);
    }

    /** The licences that the libraries carry in their jars. */
    private void licences() throws IOException {
        var gathered = Files.createDirectories(home.resolveSibling("licences"));
        for (var entry : Map.copyOf(wanted).entrySet()) {
            var name = Path.of(entry.getKey()).getFileName().toString();
            if (!name.endsWith(".jar") || name.startsWith("wvw-")) continue;
            try (var jar = FileSystems.newFileSystem(entry.getValue())) {
                for (var file : licenceFiles(jar.getPath("/"))) {
                    var copy = gathered.resolve(name.replaceFirst("\\.jar$", "")).resolve(file.getFileName().toString());
                    Files.createDirectories(copy.getParent());
                    Files.write(copy, Files.readAllBytes(file));
                    wanted.put("licences/" + gathered.relativize(copy), copy);
                }
            }
        }
    }

    private static List<Path> licenceFiles(Path jar) throws IOException {
        var found = new ArrayList<Path>();
        for (var folder : List.of(jar, jar.resolve("META-INF"))) {
            for (var file : children(folder)) {
                var name = String.valueOf(file.getFileName()).toUpperCase(Locale.ROOT);
                if (Files.isRegularFile(file) && name.matches("(LICEN[CS]E|NOTICE|COPYING)([.-].*)?(\\.(TXT|MD))?")) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    /** SQLite's library outside of its jar: no start unpacks it again, and none needs a /tmp that programs may run from. */
    private void sqlite() throws IOException {
        var machine = Map.of("amd64", "x86_64", "aarch64", "aarch64").get(System.getProperty("os.arch"));
        if (machine == null) return;
        var jar = wanted.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("lib/host/sqlite-jdbc-"))
                .findFirst()
                .orElseThrow(() -> new IOException("sqlite-jdbc is not among the host's jars"));
        var library = Files.createDirectories(home.resolveSibling("native")).resolve("libsqlitejdbc.so");
        try (var files = FileSystems.newFileSystem(jar.getValue())) {
            var packed = files.getPath("/org/sqlite/native/Linux", machine, "libsqlitejdbc.so");
            Files.copy(packed, library, StandardCopyOption.REPLACE_EXISTING);
        }
        wanted.put("lib/native/libsqlitejdbc.so", library);
    }

    /** The Java runtime is linked only when the JDK or the list of modules is another one: that takes ten seconds. */
    private void runtime() throws IOException, InterruptedException {
        var runtime = home.resolve("runtime");
        var stamp = home.resolveSibling("runtime.stamp");
        var wants = Runtime.version() + " " + RUNTIME_MODULES;
        if (Files.exists(runtime.resolve("bin/java")) && Files.exists(stamp) && Files.readString(stamp).equals(wants)) {
            return;
        }
        System.out.println("Linking a Java runtime of its own from " + System.getProperty("java.home"));
        remove(runtime);
        Files.createDirectories(home);
        // A process of its own, so that the image does not depend on the options of this one.
        program("jlink.log", Path.of(System.getProperty("java.home"), "bin/jlink").toString(), "--add-modules", RUNTIME_MODULES,
                "--include-locales=en,fr", "--strip-debug", "--no-man-pages", "--no-header-files", "--compress", "zip-0",
                "--output", runtime.toString());
        program("share-dump.log", runtime.resolve("bin/java").toString(), "-XX:+UseCompactObjectHeaders", "-Xshare:dump");
        Files.writeString(stamp, wants);
    }

    /** The console's own libraries are woven into its jar; their names stand in its pom. */
    private void sbom() throws IOException, NoSuchAlgorithmException {
        var file = home.resolveSibling("sbom.json");
        Files.writeString(file, new Sbom(version(), wanted, root.resolve("plugins/console/pom.xml")).text());
        wanted.put("sbom.cdx.json", file);
    }

    private void sync() throws IOException {
        for (var entry : wanted.entrySet()) {
            var target = home.resolve(entry.getKey());
            if (!same(entry.getValue(), target)) copy(entry.getValue(), target);
        }
        try (var files = Files.walk(home)) {
            for (var file : files.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)).toList()) {
                var name = home.relativize(file).toString();
                if (!name.startsWith("runtime/") && !name.startsWith("cache/") && !wanted.containsKey(name)) {
                    Files.delete(file);
                }
            }
        }
    }

    private static boolean same(Path from, Path to) throws IOException {
        return Files.exists(to)
                && Files.isExecutable(to) == executable(to)
                && Files.size(from) == Files.size(to)
                && Files.mismatch(from, to) < 0;
    }

    /** By way of a new file: one that a running server has open stays as it is. */
    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        var fresh = to.resolveSibling(to.getFileName() + ".new");
        Files.copy(from, fresh, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString(executable(to) ? "rwxr-xr-x" : "rw-r--r--"));
        Files.move(fresh, to, StandardCopyOption.ATOMIC_MOVE);
    }

    private static boolean executable(Path file) {
        return file.getParent().endsWith("bin")
                || file.getParent().endsWith("libexec")
                || file.endsWith("deploy.sh")
                || file.endsWith("install.sh")
                || file.endsWith("renewal-hook.sh");
    }

    /** Names this very build, so that start-up caches of another one are not mistaken for its own. */
    private void stamp() throws IOException, NoSuchAlgorithmException {
        var sum = MessageDigest.getInstance("SHA-256");
        sum.update(Files.readAllBytes(home.resolve("runtime/release")));
        for (var name : wanted.keySet()) {
            if (!name.startsWith("lib/") && !name.startsWith("plugins/") && !name.startsWith("bin/")) continue;
            sum.update(name.getBytes(StandardCharsets.UTF_8));
            sum.update(Files.readAllBytes(home.resolve(name)));
        }
        var id = HexFormat.of().formatHex(sum.digest(), 0, 8);
        Files.writeString(home.resolve("lib/build-id"), id + "\n");
        Files.writeString(home.resolve("lib/version"), version() + "\n");
    }

    private String version() {
        return home.getFileName().toString().substring("wvw-builder-".length());
    }

    /** The commands describe themselves, those of plugins too. */
    private void handbook() throws IOException, InterruptedException {
        program("handbook.log", "env", "-i", "GW2_AOT=off", "GW2_BASE=" + home.resolveSibling("handbook"),
                "PATH=" + System.getenv("PATH"), home.resolve("bin/gw2").toString(), "handbook",
                home.resolve("share").toString());
    }

    /** Runs a program to its end; what it says goes to a file beside the folder. */
    private void program(String log, String... words) throws IOException, InterruptedException {
        var said = home.resolveSibling(log);
        var code = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(said.toFile()).start().waitFor();
        if (code != 0) throw new IOException(words[0] + " failed: " + Files.readString(said));
    }

    /** For install.sh: whether a file was lost or changed on the way. */
    private void sums() throws IOException, NoSuchAlgorithmException {
        var lines = new ArrayList<String>();
        try (var files = Files.walk(home)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                var name = home.relativize(file).toString();
                if (name.equals(SUMS) || name.matches("(cache|data|logs|backups)/.*")) continue;
                var sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                lines.add(HexFormat.of().formatHex(sum) + "  " + name + "\n");
            }
        }
        Files.writeString(home.resolve(SUMS), String.join("", lines));
    }

    private static List<Path> children(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        }
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
