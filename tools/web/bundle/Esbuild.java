package bundle;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The bundler: esbuild's own program, which Maven Central has for each platform. */
final class Esbuild {
    private final Path program;
    private final Path modules;
    private final Path sources;

    Esbuild(Path npm, Path modules, Path sources) throws IOException {
        this.program = Tree.files(npm).stream()
                .filter(file -> file.endsWith("bin/esbuild"))
                .findFirst()
                .orElseThrow(() -> new IOException(
                        "no esbuild for this platform below " + npm + ": set npm.esbuild.platform, as in linux-x64"));
        this.modules = modules;
        this.sources = sources;
        if (!Files.isExecutable(program) && !program.toFile().setExecutable(true)) {
            throw new IOException(program + " cannot be made executable");
        }
    }

    /** Bundles the entries; every file's name carries the hash of its content. */
    void hashed(Path folder, List<Path> entries, Collection<String> external) throws IOException, InterruptedException {
        run(folder, entries, external, "[name]-[hash]");
    }

    /** Bundles the entries under their own names, for addresses that are known beforehand. */
    void plain(Path folder, List<Path> entries, Collection<String> external) throws IOException, InterruptedException {
        run(folder, entries, external, "[name]");
    }

    private void run(Path folder, List<Path> entries, Collection<String> external, String names)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                program.toString(),
                "--bundle",
                "--format=esm",
                "--splitting",
                "--minify",
                "--target=es2023",
                "--legal-comments=none",
                "--log-level=warning",
                "--log-override:unsupported-css-nesting=silent",
                "--entry-names=" + names,
                "--chunk-names=part-[hash]",
                "--outdir=" + folder));
        external.forEach(specifier -> command.add("--external:" + specifier));
        entries.forEach(entry -> command.add(entry.toString()));
        var builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("NODE_PATH", modules + File.pathSeparator + sources);
        int exit = builder.start().waitFor();
        if (exit != 0) throw new IOException("esbuild refused " + entries + ": its messages stand above");
    }
}
