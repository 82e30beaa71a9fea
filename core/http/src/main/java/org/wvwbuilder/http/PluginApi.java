package org.wvwbuilder.http;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.model.ModelValidationException;
import org.wvwbuilder.kernel.Calls;
import org.wvwbuilder.kernel.Fault;
import org.wvwbuilder.kernel.PluginHandle;
import org.wvwbuilder.plugin.Contribution;

/** The resources of one plugin, as one Jersey application: what is wrong with them stops no other plugin. */
final class PluginApi {
    private static final int CALLS = Integer.MAX_VALUE;
    private static final int LONGEST_GOODBYE_SECONDS = 10;

    private final PluginHandle plugin;
    private final ApplicationHandler jersey;
    private final List<Route> routes;
    private final Map<String, Route> roots;
    private final Semaphore calls = new Semaphore(CALLS);
    private final Calls counted;

    private PluginApi(PluginHandle plugin, ApplicationHandler jersey, List<Route> routes, Map<String, Route> roots) {
        this.plugin = plugin;
        this.counted = plugin.calls();
        this.jersey = jersey;
        this.routes = routes;
        this.roots = roots;
    }

    static PluginApi build(PluginHandle plugin, List<Contribution.Resource> resources, SignIn signIn, Metrics metrics)
            throws Fault {
        var config = Jersey.config();
        var routes = new ArrayList<Route>();
        var roots = new HashMap<String, Route>();
        for (var resource : resources) {
            var read = Routes.read(plugin.id(), resource.resource(), metrics);
            config.registerResources(read.model());
            routes.addAll(read.routes());
            roots.putIfAbsent(read.root(), read.routes().getFirst());
        }
        config.register(new Gates(routes, signIn));
        try {
            return new PluginApi(plugin, Jersey.build(config), List.copyOf(routes), Map.copyOf(roots));
        } catch (ModelValidationException broken) {
            throw new Fault(
                    "plugin '" + plugin.id() + "': its resources contradict each other: " + broken.getIssues(),
                    "give each pair of method and path one resource method",
                    broken);
        }
    }

    PluginHandle plugin() {
        return plugin;
    }

    List<Route> routes() {
        return routes;
    }

    /** A route below each of its root paths. */
    Map<String, Route> roots() {
        return roots;
    }

    void serve(Exchange exchange, URI base, URI address, BodyLimit limit, Response response, Callback callback)
            throws Exception {
        if (!calls.tryAcquire()) throw Problems.standard(503);
        try {
            var request = new ApiRequest(exchange, base, address, jersey.getConfiguration());
            var answer = new Answer(exchange, response, callback);
            var call = new RequestCall(counted, exchange, answer);
            exchange.calls = counted;
            exchange.call = call;
            request.setWriter(answer);
            request.setProperty(Answer.PROPERTY, answer);
            if (hasBody(exchange)) request.setEntityStream(limit.on(call.waitingFor(exchange.request)));
            call.run(() -> plugin.call(() -> {
                jersey.handle(request);
                return null;
            }));
        } finally {
            calls.release();
        }
    }

    private static boolean hasBody(Exchange exchange) {
        var headers = exchange.headers();
        return headers.contains(HttpHeader.CONTENT_LENGTH) || headers.contains(HttpHeader.TRANSFER_ENCODING);
    }

    /** Waits for the calls under way, and lets no further one in. */
    void close() {
        try {
            if (!calls.tryAcquire(CALLS, LONGEST_GOODBYE_SECONDS, TimeUnit.SECONDS)) {
                System.getLogger(PluginApi.class.getName())
                        .log(
                                System.Logger.Level.WARNING,
                                "plugin ''{0}'' still answers requests; it is closed now",
                                plugin.id());
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
        jersey.onShutdown(null);
        routes.forEach(route -> route.timers().forget());
    }
}
