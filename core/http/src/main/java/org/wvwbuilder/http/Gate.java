package org.wvwbuilder.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import org.wvwbuilder.plugin.Scoped;
import org.wvwbuilder.plugin.Scopes;

/** Stands before one resource method and lets through who may call it, with what it needs. */
@Priority(Priorities.AUTHENTICATION)
final class Gate implements ContainerRequestFilter {
    private final Route route;
    private final SignIn signIn;
    private final Demands demands;

    Gate(Route route, SignIn signIn) {
        this.route = route;
        this.signIn = signIn;
        this.demands = Demands.of(route);
    }

    @Override
    public void filter(ContainerRequestContext context) {
        var exchange = ((ApiRequest) context).exchange;
        exchange.timers = route.timers();
        try {
            signIn.identify(exchange);
        } catch (RuntimeException problem) {
            throw problem;
        } catch (Exception defect) {
            throw new IllegalStateException("the authenticator failed", defect);
        }
        switch (route.access()) {
            // What anyone may do a script may do too, but not in the name of its owner.
            case Access.Anyone anyone -> {
                if (!reached(exchange)) exchange.signedIn(null);
            }
            case Access.Nobody nobody -> throw Statuses.forbidden();
            case Access.Holders holders -> {
                if (exchange.identity().isEmpty()) throw Statuses.signIn();
                if (!reached(exchange)) throw Statuses.outOfScope(scope());
                if (!holders.include(exchange)) throw Statuses.forbidden();
            }
        }
        demands.check(context);
    }

    private boolean reached(Exchange exchange) {
        return exchange.identity().map(who -> who.reaches(scope())).orElse(true);
    }

    private String scope() {
        var stated = route.method().getAnnotation(Scoped.class);
        if (stated != null) return stated.value();
        if (signIn.keptBy(route.plugin())) return Scopes.PERSON;
        return route.verb().equals("GET") ? Scopes.READ : Scopes.WRITE;
    }
}
