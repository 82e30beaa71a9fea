package org.wvwbuilder.http;

import java.util.Map;

/** The methods that pages and files take. */
final class Methods {
    private Methods() {}

    static void readOnly(Exchange exchange) {
        var method = exchange.request.getMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            throw Statuses.problem(405, Map.of("Allow", "GET, HEAD"));
        }
    }
}
