package org.wvwbuilder.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;

/** Stands before one resource method and lets through who may call it. */
@Priority(Priorities.AUTHENTICATION)
final class Gate implements ContainerRequestFilter {
    private final Route route;
    private final SignIn signIn;

    Gate(Route route, SignIn signIn) {
        this.route = route;
        this.signIn = signIn;
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
            case Access.Anyone anyone -> {}
            case Access.Nobody nobody -> throw Statuses.forbidden();
            case Access.Holders holders -> {
                if (exchange.identity().isEmpty()) throw Statuses.signIn();
                if (!holders.include(exchange)) throw Statuses.forbidden();
            }
        }
    }
}
