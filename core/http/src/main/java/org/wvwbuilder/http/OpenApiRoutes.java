package org.wvwbuilder.http;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.wvwbuilder.http.openapi.Operation;

/** The routes as the OpenAPI document wants them; those closed to everybody are left out. */
final class OpenApiRoutes {
    private OpenApiRoutes() {}

    static List<Operation> operations(Collection<Route> routes) {
        return routes.stream()
                .filter(route -> !(route.access() instanceof Access.Nobody))
                .map(OpenApiRoutes::operation)
                .toList();
    }

    private static Operation operation(Route route) {
        var invocable = route.model().getInvocable();
        return new Operation(
                route.verb(),
                route.template(),
                route.method(),
                invocable.getResponseType(),
                invocable.getParameters(),
                route.model().getConsumedTypes(),
                route.model().getProducedTypes(),
                route.access() instanceof Access.Holders holders ? holders.roles() : Set.of());
    }
}
