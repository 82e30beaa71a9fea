package org.wvwbuilder.kernel;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** A kernel that has looked into the folders below a base, as for a command. */
final class LookingKernel {
    private LookingKernel() {}

    /** @param setting none, or one key and its value */
    static Kernel at(Path base, String... setting) throws Exception {
        var overrides = setting.length == 0 ? Map.<String, String>of() : Map.of(setting[0], setting[1]);
        var settings = new Settings(Map.of(), "gw2.toml", Map.of(), overrides, base);
        var surroundings = new Surroundings(
                ModuleLayer.boot(),
                base.resolve("bundled"),
                base.resolve("plugins"),
                base.resolve("data"),
                base.resolve("logs"),
                InstantSource.system(),
                "1",
                false,
                Optional::empty);
        var kernel = new Kernel(surroundings, new Binder(settings).bind("plugins", PluginsConfig.class), settings);
        kernel.find();
        return kernel;
    }
}
