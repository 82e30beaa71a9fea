package org.wvwbuilder.http;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.glassfish.jersey.server.internal.RuntimeDelegateImpl;
import org.wvwbuilder.kernel.Host;
import org.wvwbuilder.plugin.Contribution;

/** The HTTP host: takes what plugins contribute to it, then listens until it is stopped. */
public final class HttpServer {
    private final HttpConfig config;
    private final SignIn signIn = new SignIn();
    private final Metrics metrics = new Metrics(signIn);
    private final Gauges gauges = new Gauges(metrics.registry);
    private final Panels panels = new Panels();
    private final Sites sites = new Sites(panels);
    private final Api api;
    private final Server server;
    private final Reception connector;

    /** @param version of the product, for the OpenAPI document */
    public HttpServer(HttpConfig config, String version) {
        this.config = config;
        this.api = new Api(signIn, metrics, new BodyLimit(config.bodyLimit(), config.minimumRate()));
        var pages = new Pages(sites, panels, new Docs(api, version), metrics);
        this.server = new Server(new Threads());
        this.connector = new Reception(config, server);
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(config.connections(), server));
        server.setHandler(new GracefulHandler(new Front(new Proxies(config.trustedProxies()), api, pages, metrics)));
        server.setErrorHandler(new JettyErrors());
    }

    /**
     * Gives the Jakarta REST API its implementation. It stands in the ground layer and would look for one there; plugins
     * build answers and entity tags already while they open, also for commands that serve nobody.
     */
    public static void lendRuntime() {
        RuntimeDelegate.setInstance(new RuntimeDelegateImpl());
    }

    public Host<Contribution.Resource> resources() {
        return api;
    }

    public Host<Contribution.Authentication> authentication() {
        return signIn;
    }

    public Host<Contribution.Site> sites() {
        return sites;
    }

    public Host<Contribution.Panel> panels() {
        return panels;
    }

    public Host<Contribution.Gauge> gauges() {
        return gauges;
    }

    /**
     * Shows a value of the server's own at {@code /metrics}, as {@code wvw_<name>_<unit>}, dots being underscores.
     *
     * @param labels a few, with few values each: every combination is kept for good
     */
    public void show(String name, String unit, String description, Map<String, String> labels, DoubleSupplier value) {
        var gauge = Gauge.builder("wvw." + name, value::getAsDouble)
                .description(description)
                .baseUnit(unit.isBlank() ? null : unit);
        labels.forEach(gauge::tag);
        gauge.register(metrics.registry);
    }

    /** Counts something of the server's own at {@code /metrics}, as {@code wvw_<name>_total}; labels as for {@link #show}. */
    public void count(String name, String description, Map<String, String> labels, LongSupplier count) {
        var counter = FunctionCounter.builder("wvw." + name, this, it -> count.getAsLong())
                .description(description);
        labels.forEach(counter::tag);
        counter.register(metrics.registry);
    }

    /**
     * Begins to listen.
     *
     * @return the address to open in a browser
     * @throws IOException when the port is taken or not allowed
     */
    public URI start() throws IOException {
        try {
            server.start();
        } catch (IOException taken) {
            stop(Duration.ZERO);
            throw new IOException(
                    "cannot listen on " + config.host() + ':' + config.port() + " (" + taken.getMessage()
                            + "): stop what listens there, or set http.host and http.port",
                    taken);
        } catch (Exception defect) {
            stop(Duration.ZERO);
            throw new IllegalStateException("the HTTP server does not start", defect);
        }
        var host = config.host().contains(":") ? '[' + config.host() + ']' : config.host();
        return URI.create("http://" + host + ':' + connector.getLocalPort());
    }

    /**
     * Stops listening, answers what is under way, and returns once that is done or the time is over. Connections that are
     * open may still bring requests for a moment: those are answered as ever, since whoever sent one cannot know.
     */
    public void stop(Duration drain) {
        try {
            if (!drain.isZero()) quieten(drain);
            server.setStopTimeout(drain.toMillis());
            server.stop();
        } catch (Exception failed) {
            System.getLogger(HttpServer.class.getName())
                    .log(System.Logger.Level.WARNING, "not every request could be answered before the stop", failed);
        }
    }

    /** Jetty's own graceful stop refuses what comes on open connections with 503; so let them first come to an end. */
    private void quieten(Duration drain) throws Exception {
        var quiet = connector.shutdown();
        var usual = Reception.LAST_WORDS.multipliedBy(2);
        var longest = drain.compareTo(usual) < 0 ? drain : usual;
        try {
            quiet.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException streamsAndSlowOnes) {
            System.getLogger(HttpServer.class.getName())
                    .log(System.Logger.Level.DEBUG, "some requests are still under way", streamsAndSlowOnes);
        }
    }
}
