package org.wvwbuilder.kernel;

import java.util.ArrayList;
import java.util.List;
import org.wvwbuilder.plugin.Contribution;

/** Sorts what a plugin contributes by kind. The one place that switches over {@link Contribution}. */
final class Installation {
    private final List<Step<?>> steps;
    private final List<Contribution.Command> commands = new ArrayList<>();

    /** One kind, its host, and what a plugin has of it. */
    private record Step<C extends Contribution>(Host<C> host, List<C> contributions) {
        void install(PluginHandle plugin) throws Fault {
            if (!contributions.isEmpty()) host.install(plugin, List.copyOf(contributions));
        }
    }

    private Installation(
            List<Contribution> contributions, Hosts hosts, EventBus events, Offers offers, HealthMonitor health) {
        var authentication = new Step<>(hosts.authentication(), new ArrayList<>());
        var resources = new Step<>(hosts.resources(), new ArrayList<>());
        var jobs = new Step<>(hosts.jobs(), new ArrayList<>());
        var gauges = new Step<>(hosts.gauges(), new ArrayList<>());
        var panels = new Step<>(hosts.panels(), new ArrayList<>());
        var sites = new Step<>(hosts.sites(), new ArrayList<>());
        var lent = new Step<Contribution.Offer<?>>(offers, new ArrayList<>());
        var subscriptions = new Step<Contribution.Subscription<?>>(events, new ArrayList<>());
        var checks = new Step<>(health, new ArrayList<>());
        for (var contribution : contributions) {
            switch (contribution) {
                case Contribution.Authentication c -> authentication.contributions.add(c);
                case Contribution.Resource c -> resources.contributions.add(c);
                case Contribution.Job c -> jobs.contributions.add(c);
                case Contribution.Gauge c -> gauges.contributions.add(c);
                case Contribution.Panel c -> panels.contributions.add(c);
                case Contribution.Site c -> sites.contributions.add(c);
                case Contribution.Offer<?> c -> lent.contributions.add(c);
                case Contribution.Subscription<?> c -> subscriptions.contributions.add(c);
                case Contribution.Check c -> checks.contributions.add(c);
                case Contribution.Command c -> commands.add(c);
            }
        }
        steps = List.of(lent, subscriptions, checks, authentication, gauges, panels, sites, resources, jobs);
    }

    static Installation of(LoadedPlugin plugin, Hosts hosts, EventBus events, Offers offers, HealthMonitor health) {
        return new Installation(plugin.contributions(), hosts, events, offers, health);
    }

    List<Contribution.Command> commands() {
        return List.copyOf(commands);
    }

    /** Puts everything to work, or takes back what already was when something is refused. */
    void install(LoadedPlugin plugin) throws Fault {
        for (var command : commands) {
            if (!plugin.descriptor().commands().contains(command.name())) {
                throw new Fault(
                        "it contributes the command '" + command.name() + "', which @PluginModule does not name",
                        "Its author must add it to commands in module-info.java.");
            }
        }
        try {
            for (var step : steps) step.install(plugin);
        } catch (Fault | RuntimeException | Error e) {
            withdraw(plugin);
            throw e;
        }
    }

    /** In the opposite order, so that nothing calls what is gone already. */
    void withdraw(LoadedPlugin plugin) {
        for (var step : steps.reversed()) step.host.withdraw(plugin);
    }
}
