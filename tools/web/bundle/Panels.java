package bundle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Joins the modules of a plugin's panels: a file for each panel, one for each of its pages, and what they share, instead
 * of a request for each module. Lit, Vaadin and the console's services stay where the console has them. The build runs it
 * as a source file; no Node. Plugins need none of it: modules are served as they are, too.
 *
 * <p>Arguments: the folder of the unpacked bundler, the sources, a folder to work in, and where the web files go.
 */
public final class Panels {
    private static final List<String> CONSOLE = List.of("lit", "lit/*", "wvw/ui", "@vaadin/*");

    private Panels() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path npm = Path.of(arguments[0]);
        Path sources = Path.of(arguments[1]);
        Path work = Path.of(arguments[2]);
        Path out = Path.of(arguments[3]);
        Path tool = Path.of(arguments[4]);
        var entries = Tree.files(sources).stream()
                .filter(file -> file.getParent().equals(sources))
                .toList();
        if (entries.isEmpty()) throw new IOException(sources + " has no module of a panel");
        var stamp = new Stamp(work.resolve("inputs.sha256"), List.of(npm, sources, tool));
        if (stamp.isFresh() && Tree.files(out).size() >= entries.size()) return;
        Tree.delete(out);
        new Esbuild(npm, npm, sources).plain(out, entries, CONSOLE);
        StyleCheck.of(out, "lit-");
        stamp.write();
    }
}
