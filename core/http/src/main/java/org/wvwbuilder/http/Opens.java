package org.wvwbuilder.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.glassfish.hk2.utilities.reflection.ReflectionHelper;
import org.glassfish.jersey.server.ApplicationHandler;
import org.jvnet.hk2.external.runtime.Hk2LocatorUtilities;
import org.wvwbuilder.kernel.Fault;
import org.wvwbuilder.kernel.PluginHandle;

/** Lets the libraries that call resources and read records look into a plugin, so that its author need not. */
final class Opens {
    private static final List<Module> READERS = List.of(
            ApplicationHandler.class.getModule(),
            ObjectMapper.class.getModule(),
            Hk2LocatorUtilities.class.getModule(),
            ReflectionHelper.class.getModule());

    private Opens() {}

    static void open(PluginHandle plugin) throws Fault {
        var module = plugin.module();
        if (!module.isNamed()) return;
        for (var name : module.getPackages()) {
            for (var reader : READERS) {
                plugin.open(name, reader);
                if (!module.isOpen(name, reader)) {
                    throw new Fault(
                            "plugin '" + plugin.id() + "': its package " + name + " could not be opened to "
                                    + reader.getName(),
                            "this is a defect of the server: report it with this message");
                }
            }
        }
    }
}
