package org.wvwbuilder.kernel;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import org.wvwbuilder.plugin.Contribution.Gauge;

/** Reads the gauges of plugins for the server itself. */
final class Readings {
    private final Map<Gauge, GaugeReader> readers = new ConcurrentHashMap<>();

    OptionalDouble of(List<LoadedPlugin> plugins, String plugin, String gauge) {
        return plugins.stream()
                .filter(candidate -> candidate.id().equals(plugin) && candidate.state() == PluginState.RUNNING)
                .flatMap(candidate -> candidate.contributions().stream()
                        .filter(Gauge.class::isInstance)
                        .map(Gauge.class::cast)
                        .filter(found -> found.name().equals(gauge))
                        .map(found -> readers.computeIfAbsent(found, it -> new GaugeReader(candidate, it))))
                .mapToDouble(GaugeReader::value)
                .filter(Double::isFinite)
                .findFirst();
    }
}
