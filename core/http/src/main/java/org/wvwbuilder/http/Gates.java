package org.wvwbuilder.http;

import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.util.List;

/** Puts a gate before each resource method when the application is built. */
final class Gates implements DynamicFeature {
    private final List<Route> routes;
    private final SignIn signIn;

    Gates(List<Route> routes, SignIn signIn) {
        this.routes = routes;
        this.signIn = signIn;
    }

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        routes.stream()
                .filter(route -> route.method().equals(resource.getResourceMethod()))
                .findFirst()
                .ifPresent(route -> context.register(new Gate(route, signIn)));
    }
}
