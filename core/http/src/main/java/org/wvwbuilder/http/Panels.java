package org.wvwbuilder.http;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.wvwbuilder.kernel.Fault;
import org.wvwbuilder.kernel.Host;
import org.wvwbuilder.kernel.PluginHandle;
import org.wvwbuilder.kernel.WebFiles;
import org.wvwbuilder.plugin.Contribution;

/**
 * {@code /ui/<plugin>/…}: the files of the plugins that take part in the web console. Below
 * {@code /ui/<plugin>@<fingerprint>/} a browser keeps them for good.
 */
final class Panels implements Host<Contribution.Panel> {
    static final String PREFIX = "/ui/";

    /** By plugin; more than one contribution of a plugin may need them. */
    private final Map<String, PluginFiles> files = new ConcurrentHashMap<>();

    /** The plugins whose pages stand at {@code /<id>}, by that id. */
    private final Map<String, String> pages = new ConcurrentHashMap<>();

    @Override
    public void install(PluginHandle plugin, List<Contribution.Panel> contributions) throws Fault {
        if (contributions.isEmpty()) return;
        for (var panel : contributions) requirePage(plugin, panel);
        try {
            var own = new PluginFiles(plugin, WebFiles.FOLDER);
            for (var panel : contributions) {
                PanelRules.check(plugin.id(), panel);
                if (own.has(panel.script())) continue;
                throw new Fault(
                        "plugin '" + plugin.id() + "': the panel '" + panel.id() + "' names the script '"
                                + panel.script() + "', which is not in the plugin's jar",
                        "add the file " + WebFiles.FOLDER + panel.script() + ", or correct the panel's script");
            }
            files.putIfAbsent(plugin.id(), own);
            // Who is refused keeps no page.
            contributions.stream().filter(Panels::isPage).forEach(panel -> pages.put(panel.id(), plugin.id()));
        } catch (IOException broken) {
            throw new Fault(
                    "plugin '" + plugin.id() + "': its files cannot be read: " + broken.getMessage(),
                    "install the plugin again",
                    broken);
        }
    }

    private static boolean isPage(Contribution.Panel panel) {
        return panel.slot() != Contribution.Panel.Slot.HOME;
    }

    private void requirePage(PluginHandle plugin, Contribution.Panel panel) throws Fault {
        var other = pages.get(panel.id());
        if (!isPage(panel) || other == null || other.equals(plugin.id())) return;
        throw new Fault(
                "plugin '" + plugin.id() + "': the panel '" + panel.id() + "' would stand at /" + panel.id()
                        + ", where the plugin '" + other + "' has a page already",
                "give the panel another id; until then list '" + plugin.id() + "' under plugins.disabled");
    }

    @Override
    public void withdraw(PluginHandle plugin) {
        pages.values().removeIf(plugin.id()::equals);
        forgetFilesOf(plugin);
    }

    void serveFilesOf(PluginHandle plugin) throws IOException {
        files.putIfAbsent(plugin.id(), new PluginFiles(plugin, WebFiles.FOLDER));
    }

    void forgetFilesOf(PluginHandle plugin) {
        files.remove(plugin.id());
    }

    void serve(Exchange exchange, String path, Response response, Callback callback, HttpField policy)
            throws IOException {
        int end = path.indexOf('/', PREFIX.length());
        if (end < 0) throw Problems.standard(404);
        var folder = path.substring(PREFIX.length(), end);
        int mark = folder.indexOf(WebFiles.MARK);
        var own = files.get(mark < 0 ? folder : folder.substring(0, mark));
        if (own == null) throw Problems.standard(404);
        Methods.readOnly(exchange);
        // Another fingerprint is that of a page from before a change, or from a node that has it already: the file is
        // answered all the same, to be asked for again.
        boolean lasting = mark >= 0 && own.isOf(folder.substring(mark + 1));
        own.find(path.substring(end + 1))
                .orElseThrow(() -> Problems.standard(404))
                .serve(exchange, response, callback, policy, lasting);
    }
}
