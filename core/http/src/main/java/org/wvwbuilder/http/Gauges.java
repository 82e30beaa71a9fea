package org.wvwbuilder.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.wvwbuilder.kernel.Fault;
import org.wvwbuilder.kernel.GaugeReader;
import org.wvwbuilder.kernel.Host;
import org.wvwbuilder.kernel.PluginHandle;
import org.wvwbuilder.plugin.Contribution;

/** Shows the plugins' own values at {@code /metrics}, as {@code wvw_<plugin>_<name>_<unit>}. */
final class Gauges implements Host<Contribution.Gauge> {
    private final MeterRegistry registry;
    private final Map<String, List<Meter>> installed = new ConcurrentHashMap<>();

    Gauges(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void install(PluginHandle plugin, List<Contribution.Gauge> contributions) throws Fault {
        var names = new HashSet<String>();
        for (var gauge : contributions) {
            if (names.add(gauge.name())) continue;
            throw new Fault(
                    "plugin '" + plugin.id() + "' contributes two gauges with the name '" + gauge.name() + "'",
                    "give each gauge a name of its own");
        }
        var meters = new ArrayList<Meter>();
        for (var gauge : contributions) {
            meters.add(Gauge.builder("wvw." + plugin.id() + '.' + gauge.name(), new GaugeReader(plugin, gauge)::value)
                    .description(gauge.description())
                    .baseUnit(gauge.unit().isBlank() ? null : gauge.unit())
                    .register(registry));
        }
        installed.put(plugin.id(), meters);
    }

    @Override
    public void withdraw(PluginHandle plugin) {
        var meters = installed.remove(plugin.id());
        if (meters != null) meters.forEach(registry::remove);
    }
}
