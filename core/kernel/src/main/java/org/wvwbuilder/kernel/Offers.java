package org.wvwbuilder.kernel;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.wvwbuilder.plugin.Contribution.Offer;
import org.wvwbuilder.plugin.Plugin;

/** What plugins and the server lend each other. */
final class Offers implements Host<Offer<?>> {
    private static final String SERVER = "";
    private final List<Lent> all = new CopyOnWriteArrayList<>();

    private record Lent(String owner, Offer<?> offer) {}

    <T> void lend(Class<T> contract, T implementation) {
        all.add(new Lent(SERVER, new Offer<>(contract, implementation)));
    }

    <T> List<T> find(Class<T> contract) {
        return lent(contract).stream().map(Kernel.Lent::implementation).toList();
    }

    <T> List<Kernel.Lent<T>> lent(Class<T> contract) {
        return all.stream()
                .filter(lent -> lent.offer.contract() == contract)
                // Ours before those of others: the first one is what most plugins ask for.
                .sorted(Comparator.comparing(lent -> !lent.owner.equals(SERVER)))
                .map(lent -> new Kernel.Lent<>(lent.owner, contract.cast(lent.offer.implementation())))
                .toList();
    }

    @Override
    public void install(PluginHandle plugin, List<Offer<?>> contributions) throws Fault {
        for (var offer : contributions) {
            if (offer.contract().getModule() != Plugin.class.getModule()
                    || !offer.contract().isInterface()) {
                throw new Fault(
                        "it offers " + offer.contract().getName() + ", which is no interface of the plugin API",
                        "Its author must offer an interface that other plugins can see.");
            }
        }
        contributions.forEach(offer -> all.add(new Lent(plugin.id(), offer)));
    }

    @Override
    public void withdraw(PluginHandle plugin) {
        all.removeIf(lent -> lent.owner.equals(plugin.id()));
    }
}
