package org.wvwbuilder.kernel;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.OptionalDouble;
import org.wvwbuilder.plugin.Contribution.Gauge;

/** Reads the gauges of plugins for the server itself. */
final class Readings {
    private static final System.Logger LOG = System.getLogger(Readings.class.getName());

    private Readings() {}

    static OptionalDouble of(List<LoadedPlugin> plugins, String plugin, String gauge) {
        return plugins.stream()
                .filter(candidate -> candidate.id().equals(plugin) && candidate.state() == PluginState.RUNNING)
                .flatMap(candidate -> candidate.contributions().stream()
                        .filter(Gauge.class::isInstance)
                        .map(Gauge.class::cast)
                        .filter(found -> found.name().equals(gauge))
                        .map(found -> value(candidate, found)))
                .findFirst()
                .orElseGet(OptionalDouble::empty);
    }

    private static OptionalDouble value(LoadedPlugin plugin, Gauge gauge) {
        try {
            double value = plugin.call(() -> gauge.value().getAsDouble());
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (Exception broken) {
            LOG.log(Level.DEBUG, "the gauge " + gauge.name() + " of " + plugin.id() + " fails", broken);
            return OptionalDouble.empty();
        }
    }
}
