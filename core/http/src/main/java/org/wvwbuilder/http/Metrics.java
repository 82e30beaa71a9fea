package org.wvwbuilder.http;

import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.wvwbuilder.plugin.Roles;

/** {@code /metrics}: Prometheus text for administrators and for processes of this machine. */
final class Metrics {
    private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final SignIn signIn;

    Metrics(SignIn signIn) {
        this.signIn = signIn;
        for (var meters : List.of(
                new ClassLoaderMetrics(),
                new JvmMemoryMetrics(),
                new JvmThreadMetrics(),
                new ProcessorMetrics(),
                new UptimeMetrics())) {
            meters.bindTo(registry);
        }
    }

    Timers timers(String method, String route) {
        return new Timers(registry, method, route);
    }

    void serve(Exchange exchange, Response response, Callback callback) throws Exception {
        Methods.readOnly(exchange);
        if (!exchange.peer.local()) {
            signIn.identify(exchange);
            if (exchange.identity().isEmpty()) throw Statuses.signIn();
            if (!exchange.isUserInRole(Roles.ADMIN)) throw Statuses.forbidden();
        }
        response.getHeaders().put(Headers.NO_STORE);
        Plain.send(exchange, response, callback, TYPE, registry.scrape().getBytes(StandardCharsets.UTF_8));
    }
}
