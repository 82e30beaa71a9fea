package org.wvwbuilder.http;

import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Everything outside {@code /api/v1}: the web site, the plugins' files, the documents about the server itself. */
final class Pages {
    private final Sites sites;
    private final Panels panels;
    private final Docs docs;
    private final Metrics metrics;
    private final Timers files;

    Pages(Sites sites, Panels panels, Docs docs, Metrics metrics) {
        this.sites = sites;
        this.panels = panels;
        this.docs = docs;
        this.metrics = metrics;
        this.files = metrics.timers("any", "files");
    }

    void serve(Exchange exchange, String path, Response response, Callback callback) throws Exception {
        exchange.timers = files;
        if (path.equals("/metrics")) metrics.serve(exchange, response, callback);
        else if (path.equals("/openapi.json")) docs.serveDocument(exchange, response, callback);
        else if (path.equals("/docs") || path.startsWith("/docs/")) docs.serve(exchange, path, response, callback);
        else if (path.startsWith(Panels.PREFIX)) panels.serve(exchange, path, response, callback, sites.policy());
        else if (path.equals("/api") || path.startsWith("/api/")) throw Problems.standard(404);
        else if (path.startsWith("/")) sites.serve(exchange, path, response, callback);
        else throw Problems.standard(404);
    }
}
