package org.wvwbuilder.kernel;

import java.util.List;
import org.wvwbuilder.plugin.Contribution;

/**
 * Takes one kind of contribution from plugins and puts it to work. The kernel calls {@code install} once for each plugin
 * that has any, after every plugin has opened, and {@code withdraw} before it closes the plugin.
 */
public interface Host<C extends Contribution> {

    /**
     * Puts all of a plugin's contributions of this kind to work, or none.
     *
     * @throws Fault when something about them is wrong; the plugin is refused, the others go on
     */
    void install(PluginHandle plugin, List<C> contributions) throws Fault;

    /** Takes back whatever {@code install} put to work, if anything; waits for calls under way. */
    void withdraw(PluginHandle plugin);

    /** A host that takes everything and does nothing with it, for commands that run without a server. */
    static <C extends Contribution> Host<C> idle() {
        return new Host<>() {
            @Override
            public void install(PluginHandle plugin, List<C> contributions) {}

            @Override
            public void withdraw(PluginHandle plugin) {}
        };
    }
}
