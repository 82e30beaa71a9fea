package bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Makes the console's web files from its sources and the npm packages that Maven unpacked: a few hashed groups of
 * modules, the import map that joins them, and the page that holds it. The build runs it as a source file; no Node.
 *
 * <p>Arguments: the folder of unpacked packages, the sources, a folder to work in, where the web files go, and the folder
 * of this program.
 */
public final class Bundle {
    static final String ADDRESS = "/ui/console/assets/";

    private final Path sources;
    private final Path assets;
    private final Path out;
    private final Esbuild esbuild;
    private final TreeMap<String, String> imports = new TreeMap<>();

    private Bundle(Path sources, Path out, Esbuild esbuild) {
        this.sources = sources;
        this.assets = out.resolve("assets");
        this.out = out;
        this.esbuild = esbuild;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path npm = Path.of(arguments[0]);
        Path sources = Path.of(arguments[1]);
        Path work = Path.of(arguments[2]);
        Path out = Path.of(arguments[3]);
        Path tool = Path.of(arguments[4]);
        var stamp = new Stamp(work.resolve("inputs.sha256"), List.of(npm, sources, tool));
        if (stamp.isFresh() && Files.isRegularFile(out.resolve("site/index.html"))) return;
        Tree.delete(work);
        Tree.delete(out);
        Path modules = work.resolve("node_modules");
        new Packages(npm, modules).layOut(out.resolve("assets"));
        new Bundle(sources, out, new Esbuild(npm, modules, sources)).run();
        stamp.write();
    }

    private void run() throws IOException, InterruptedException {
        var lit = Group.read(sources.resolve("groups/lit.js"));
        var ui = Group.read(sources.resolve("groups/ui.js"));
        var vaadin = Group.all(sources.resolve("groups"), Set.of(lit, ui));
        group(List.of(lit), Set.of());
        group(vaadin, lit.specifiers());
        group(List.of(ui), imports.keySet());
        Set<String> external = new TreeSet<>(imports.keySet());
        esbuild.hashed(assets, List.of(sources.resolve("shell/shell.js"), sources.resolve("site/site.css")), external);
        esbuild.plain(out.resolve("panels"), Tree.files(sources.resolve("panels")), external);
        StyleCheck.of(assets, "lit-");
        page();
    }

    private void group(List<Group> groups, Set<String> external) throws IOException, InterruptedException {
        esbuild.hashed(assets, groups.stream().map(Group::file).toList(), external);
        for (Group group : groups) {
            String address = ADDRESS + asset(group.name(), ".js");
            group.specifiers().forEach(specifier -> imports.put(specifier, address));
        }
    }

    private void page() throws IOException {
        var page = new Page(imports);
        page.preload(imports.get("lit"));
        page.preload(imports.get("wvw/ui"));
        page.style(ADDRESS + asset("site", ".css"));
        String shell = asset("shell", ".js");
        page.script(ADDRESS + shell);
        for (String part : parts(shell)) page.preload(ADDRESS + part);
        Path site = sources.resolve("site");
        for (Path file : Tree.files(site)) {
            if (file.endsWith("site.css")) continue;
            Path target = out.resolve("site").resolve(site.relativize(file));
            Files.createDirectories(target.getParent());
            if (file.endsWith("index.html")) Files.writeString(target, page.fill(Files.readString(file)));
            else Files.copy(file, target);
        }
    }

    /** What a script cannot do without: told in the page, a browser fetches it beside the script and not after. */
    private List<String> parts(String script) throws IOException {
        return Pattern.compile("from ?\"\\./(part-[A-Z0-9]+\\.js)\"")
                .matcher(Files.readString(assets.resolve(script)))
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    /** The name that esbuild gave an entry: its own, a dash, eight letters. */
    private String asset(String name, String ending) throws IOException {
        var found = Tree.files(assets).stream()
                .map(file -> file.getFileName().toString())
                .filter(file -> file.matches(name + "-[A-Z0-9]{8}\\" + ending))
                .toList();
        if (found.size() != 1) throw new IOException("one file was expected for " + name + ending + ", not " + found);
        return found.getFirst();
    }
}
