package org.wvwbuilder.http;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.wvwbuilder.kernel.Fault;
import org.wvwbuilder.kernel.Host;
import org.wvwbuilder.kernel.PluginHandle;
import org.wvwbuilder.plugin.Contribution;

/** {@code /api/v1}: hands each request to the plugin that has the first word of the path. */
final class Api implements Host<Contribution.Resource> {
    static final String PREFIX = "/api/v1/";

    private final SignIn signIn;
    private final Metrics metrics;
    private final BodyLimit limit;
    private final Addresses addresses = new Addresses();
    private volatile Map<String, PluginApi> byRoot = Map.of();
    private final AtomicLong revision = new AtomicLong();

    Api(SignIn signIn, Metrics metrics, BodyLimit limit) {
        this.signIn = signIn;
        this.metrics = metrics;
        this.limit = limit;
    }

    @Override
    public synchronized void install(PluginHandle plugin, List<Contribution.Resource> contributions) throws Fault {
        if (contributions.isEmpty()) return;
        Opens.open(plugin);
        var api = PluginApi.build(plugin, contributions, signIn, metrics);
        var changed = new HashMap<>(byRoot);
        for (var root : api.roots().entrySet()) {
            var other = changed.putIfAbsent(root.getKey(), api);
            if (other == null) continue;
            api.close();
            throw new Fault(
                    "plugin '" + plugin.id() + "': the method "
                            + root.getValue().place() + " lies below "
                            + PREFIX + root.getKey() + ", which the plugin '"
                            + other.plugin().id() + "' has already",
                    "give the resource's @Path another first word; until then list '" + plugin.id()
                            + "' under plugins.disabled");
        }
        byRoot = Map.copyOf(changed);
        revision.incrementAndGet();
    }

    @Override
    public synchronized void withdraw(PluginHandle plugin) {
        var gone = new LinkedHashSet<PluginApi>();
        var kept = new HashMap<String, PluginApi>();
        byRoot.forEach((root, api) -> {
            if (api.plugin().id().equals(plugin.id())) gone.add(api);
            else kept.put(root, api);
        });
        byRoot = Map.copyOf(kept);
        revision.incrementAndGet();
        gone.forEach(PluginApi::close);
    }

    /** Grows whenever the routes change. */
    long revision() {
        return revision.get();
    }

    /** All routes, by their paths. */
    Collection<Route> routes() {
        var all = new ArrayList<Route>();
        new LinkedHashSet<>(byRoot.values()).forEach(api -> all.addAll(api.routes()));
        all.sort(Comparator.comparing(Route::template).thenComparing(Route::verb));
        return all;
    }

    void serve(Exchange exchange, String path, Response response, Callback callback) throws Exception {
        var api = byRoot.get(root(path));
        if (api == null) throw Problems.standard(404);
        if (path.contains("/.")) throw Problems.standard(400);
        limit.check(exchange);
        URI base = addresses.base(exchange.peer.origin());
        URI address = addresses.of(
                exchange.peer.origin(), exchange.request.getHttpURI().getPathQuery());
        api.serve(exchange, base, address, limit, response, callback);
    }

    private static String root(String path) {
        int end = path.indexOf('/', PREFIX.length());
        return end < 0 ? path.substring(PREFIX.length()) : path.substring(PREFIX.length(), end);
    }
}
