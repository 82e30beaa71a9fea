package org.wvwbuilder.loadtest;

import java.net.InetAddress;
import org.wvwbuilder.plugin.OpenPlugin;
import org.wvwbuilder.plugin.Platform;
import org.wvwbuilder.plugin.Plugin;
import org.wvwbuilder.plugin.PluginContext;

/** Brings one command, and nothing to a server at work. */
public final class LoadTestPlugin implements Plugin {

    @Override
    public OpenPlugin open(PluginContext context) {
        return OpenPlugin.of(new LoadTestCommand(
                        context.clock(),
                        System.getenv(),
                        () -> context.find(Platform.class).flatMap(Platform::address),
                        InetAddress::getAllByName)
                .command());
    }
}
