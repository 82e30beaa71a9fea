package org.wvwbuilder.http;

import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.wvwbuilder.kernel.CurrentRequest;
import org.wvwbuilder.plugin.Problem;

/** Where every request comes in: marks it, sends it where its path leads, and counts and logs its end. */
final class Front extends Handler.Abstract {
    /** A turn for others costs some of the time of a request: one each millisecond is as good for them as one for every fourth request. */
    private static final long TURN_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final Proxies proxies;
    private final Api api;
    private final Pages pages;
    private final Timers others;
    /** When somebody was let through last. */
    private long turned = System.nanoTime();

    Front(Proxies proxies, Api api, Pages pages, Metrics metrics) {
        this.proxies = proxies;
        this.api = api;
        this.pages = pages;
        this.others = metrics.timers("any", "none");
    }

    @Override
    public boolean handle(Request request, Response plain, Callback callback) {
        var response = Leftovers.of(request, plain);
        var exchange = Exchange.begin(request, proxies);
        exchange.timers = others;
        Headers.secure(response.getHeaders(), exchange.id);
        var wire = Wire.of(request);
        wire.ifPresent(it -> it.serving(true));
        Request.addCompletionListener(request, failure -> {
            wire.ifPresent(it -> it.serving(false));
            exchange.end(response.getStatus());
        });
        try {
            ScopedValue.where(CurrentRequest.SCOPE, exchange).call(() -> {
                route(exchange, response, callback);
                return null;
            });
        } catch (Throwable thrown) {
            fail(exchange, response, callback, thrown);
        }
        takeTurns();
        return true;
    }

    /**
     * Jetty goes on with the next request on this thread while there is one, and on a busy server there always is: whoever
     * connects, writes or wakes up would wait for a processor as long as that.
     */
    private void takeTurns() {
        // Of threads that come at once, one too many or too few takes a turn: that does not matter.
        long now = System.nanoTime();
        if (now - turned < TURN_NANOS) return;
        turned = now;
        Thread.yield();
    }

    private void route(Exchange exchange, Response response, Callback callback) throws Exception {
        var path = exchange.path();
        refuseNul(exchange.request.getHttpURI().getQuery());
        if (path.startsWith(Api.PREFIX)) api.serve(exchange, path, response, callback);
        else pages.serve(exchange, path, response, callback);
    }

    /** No text of ours has one, and PostgreSQL would take it for a defect. Jetty refuses those of paths. */
    private static void refuseNul(String query) {
        if (query != null && query.contains("%00")) {
            throw new Problem(400, "nul", "The address has a NUL (%00) after its question mark: leave it out.");
        }
    }

    private static void fail(Exchange exchange, Response response, Callback callback, Throwable thrown) {
        if (!exchange.returned()) return;
        var problem = Problems.of(thrown, exchange);
        if (response.isCommitted()) callback.failed(thrown);
        else Plain.problem(exchange, response, callback, problem);
    }
}
