package org.wvwbuilder.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.wvwbuilder.kernel.Fault;
import org.wvwbuilder.kernel.Host;
import org.wvwbuilder.kernel.PluginHandle;
import org.wvwbuilder.kernel.WebFiles;
import org.wvwbuilder.plugin.Contribution;

/** The web site at {@code /}: files of one plugin, whose {@code index.html} answers every path that is no file. */
final class Sites implements Host<Contribution.Site> {
    private static final String INDEX = "index.html";
    private static final Pattern INLINE =
            Pattern.compile("<script(?![^>]*\\ssrc\\s*=)[^>]*>(.*?)</script>", Pattern.DOTALL);

    private final Panels panels;
    private volatile Site site;

    private record Site(PluginHandle plugin, PluginFiles files, WebFile index, HttpField policy) {}

    Sites(Panels panels) {
        this.panels = panels;
    }

    @Override
    public synchronized void install(PluginHandle plugin, List<Contribution.Site> contributions) throws Fault {
        if (contributions.isEmpty()) return;
        if (site != null || contributions.size() > 1) {
            throw new Fault(
                    "plugin '" + plugin.id() + "' contributes a web site, but there is one already"
                            + (site == null ? "" : ", of the plugin '" + site.plugin.id() + "'"),
                    "keep one of the two: list the other one under plugins.disabled");
        }
        var folder = WebFiles.FOLDER + contributions.getFirst().folder() + '/';
        try {
            var files = new PluginFiles(plugin, folder);
            var index = files.find(INDEX)
                    .orElseThrow(() -> new Fault(
                            "plugin '" + plugin.id() + "': its web site has no " + folder + INDEX,
                            "add the page to the plugin's jar, or correct the folder of its Contribution.Site"));
            panels.serveFilesOf(plugin);
            site = new Site(plugin, files, index, Headers.policyOfPage(hashes(index.text()), ""));
        } catch (IOException broken) {
            throw new Fault(
                    "plugin '" + plugin.id() + "': its files cannot be read: " + broken.getMessage(),
                    "install the plugin again",
                    broken);
        }
    }

    @Override
    public synchronized void withdraw(PluginHandle plugin) {
        if (site == null || !site.plugin.id().equals(plugin.id())) return;
        site = null;
        panels.forgetFilesOf(plugin);
    }

    void serve(Exchange exchange, String path, Response response, Callback callback) throws IOException {
        var current = site;
        if (current == null) throw Problems.standard(404);
        Methods.readOnly(exchange);
        var name = path.substring(1);
        var file = current.files.find(name);
        // A name with a dot means a file: a page in its place would only confuse.
        if (file.isEmpty() && name.substring(name.lastIndexOf('/') + 1).contains(".")) throw Problems.standard(404);
        file.orElse(current.index).serve(exchange, response, callback, current.policy);
    }

    /** The policy of the page that loads a panel's files. */
    HttpField policy() {
        var current = site;
        return current == null ? Headers.POLICY_DATA : current.policy;
    }

    /** The inline scripts as the content security policy names them. */
    static List<String> hashes(String page) {
        var hashes = new ArrayList<String>();
        var scripts = INLINE.matcher(page);
        while (scripts.find()) {
            var hash = WebFile.sha256(scripts.group(1).getBytes(StandardCharsets.UTF_8));
            hashes.add("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
        }
        return List.copyOf(hashes);
    }
}
