package bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Lays the unpacked packages out as the bundler looks for them: {@code node_modules/<name>/…}, patched. */
final class Packages {
    private static final Pattern NAME = Pattern.compile("\"name\"\\s*:\\s*\"([^\"]+)\"");

    private final Path npm;
    private final Path modules;
    private final Patches patches = new Patches();
    private final Icons icons = new Icons();

    Packages(Path npm, Path modules) {
        this.npm = npm;
        this.modules = modules;
    }

    /** @param assets where pictures go that stood in scripts */
    void layOut(Path assets) throws IOException {
        for (Path file : Tree.files(npm)) {
            if (file.endsWith("package.json")) copy(file);
        }
        patches.replaceStatistics(modules);
        patches.requireAllUsed();
        icons.write(assets);
    }

    private void copy(Path description) throws IOException {
        var name = NAME.matcher(Files.readString(description));
        if (!name.find()) throw new IOException(description + " has no name");
        Path from = description.getParent();
        Path to = modules.resolve(name.group(1));
        for (Path file : Tree.files(from)) {
            if (!file.toString().endsWith(".js") && !file.equals(description)) continue;
            Path inside = from.relativize(file);
            Path target = to.resolve(inside.toString());
            Files.createDirectories(target.getParent());
            if (Files.exists(target)) throw new IOException("two packages bring " + target);
            String text = patches.apply(name.group(1) + "/" + inside, Files.readString(file));
            Files.writeString(target, icons.extract(text));
        }
    }
}
