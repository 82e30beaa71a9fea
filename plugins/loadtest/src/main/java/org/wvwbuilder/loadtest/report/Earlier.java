package org.wvwbuilder.loadtest.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an earlier report says, as far as it can be compared.
 *
 * @param plan its plan as the report has it
 * @param rounds by the name of an endpoint and of a figure: one value a round
 * @param success by the name of an endpoint, in percent
 */
public record Earlier(
        String at, Map<?, ?> plan, Map<String, Map<String, double[]>> rounds, Map<String, Double> success) {

    /** @throws IllegalArgumentException when this is no report */
    public static Earlier of(Object document) {
        if (!(document instanceof Map<?, ?> map)
                || !Integer.valueOf(JsonReport.FORMAT).equals(map.get("format"))
                || !(map.get("plan") instanceof Map<?, ?> plan)
                || !(map.get("endpoints") instanceof List<?> endpoints)) {
            throw new IllegalArgumentException("it is no report of this command: make one with --report");
        }
        var rounds = new LinkedHashMap<String, Map<String, double[]>>();
        var success = new LinkedHashMap<String, Double>();
        for (var item : endpoints) {
            if (!(item instanceof Map<?, ?> endpoint)
                    || !(endpoint.get("name") instanceof String name)
                    || !(endpoint.get("rounds") instanceof List<?> list)
                    || !(endpoint.get("success_percent") instanceof Number percent)) {
                throw new IllegalArgumentException(
                        "it was changed: an endpoint has no name, rounds or success_percent");
            }
            rounds.put(name + " " + endpoint.get("method") + " " + endpoint.get("path"), series(list));
            success.put(name + " " + endpoint.get("method") + " " + endpoint.get("path"), percent.doubleValue());
        }
        return new Earlier(String.valueOf(map.get("at")), plan, rounds, success);
    }

    private static Map<String, double[]> series(List<?> rounds) {
        var series = new LinkedHashMap<String, double[]>();
        for (var figure : List.of("p50_ms", "p95_ms", "p99_ms", "per_second")) {
            series.put(
                    figure,
                    rounds.stream()
                            .mapToDouble(round -> round instanceof Map<?, ?> map && map.get(figure) instanceof Number n
                                    ? n.doubleValue()
                                    : Double.NaN)
                            .toArray());
        }
        return series;
    }
}
