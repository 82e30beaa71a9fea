package org.wvwbuilder.loadtest.plan;

import java.util.HashSet;
import java.util.List;

/** The requests that are measured together. */
public record Scenario(String name, List<Endpoint> endpoints) {

    /** What a guild's page asks for: the four requests of a visit. */
    public static final Scenario VISIT = new Scenario(
            "visit",
            List.of(
                    Endpoint.get("Health Check", "/api/v1/health", false, 100, 20),
                    Endpoint.get("Dashboard Stats", "/api/v1/dashboard/stats", true, 50, 10),
                    Endpoint.get("Recent Activities", "/api/v1/dashboard/activities", true, 50, 10),
                    Endpoint.get("User Profile", "/api/v1/users/me", true, 50, 10)));

    public Scenario {
        endpoints = List.copyOf(endpoints);
        if (endpoints.isEmpty() || endpoints.size() > Limits.ENDPOINTS) {
            throw new IllegalArgumentException("a scenario wants 1 to " + Limits.ENDPOINTS + " endpoints");
        }
        var names = new HashSet<String>();
        for (var endpoint : endpoints) {
            if (!names.add(endpoint.name())) {
                throw new IllegalArgumentException("two endpoints are called '" + endpoint.name() + "': rename one");
            }
        }
    }

    public boolean signedIn() {
        return endpoints.stream().anyMatch(Endpoint::signedIn);
    }

    /** Only the endpoints of these names. */
    public Scenario only(List<String> names) {
        for (var name : names) {
            if (endpoints.stream().noneMatch(endpoint -> endpoint.name().equalsIgnoreCase(name))) {
                throw new IllegalArgumentException("no endpoint is called '" + name + "': there are "
                        + String.join(
                                ", ", endpoints.stream().map(Endpoint::name).toList()));
            }
        }
        return new Scenario(
                this.name,
                endpoints.stream()
                        .filter(endpoint -> names.stream().anyMatch(endpoint.name()::equalsIgnoreCase))
                        .toList());
    }
}
