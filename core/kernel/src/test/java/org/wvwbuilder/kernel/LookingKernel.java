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
        var settings = settings(base, setting);
        var kernel = new Kernel(surroundings(base), config(settings), settings);
        kernel.find();
        return kernel;
    }

    /** What such a kernel leads its plugins through. */
    static Phases phases(Path base) throws Exception {
        return new Phases(surroundings(base), config(settings(base)));
    }

    private static Settings settings(Path base, String... setting) {
        var overrides = setting.length == 0 ? Map.<String, String>of() : Map.of(setting[0], setting[1]);
        return new Settings(Map.of(), "gw2.toml", Map.of(), overrides, base);
    }

    private static PluginsConfig config(Settings settings) throws Exception {
        return new Binder(settings).bind("plugins", PluginsConfig.class);
    }

    private static Surroundings surroundings(Path base) {
        return new Surroundings(
                ModuleLayer.boot(),
                base.resolve("bundled"),
                base.resolve("plugins"),
                base.resolve("data"),
                base.resolve("logs"),
                InstantSource.system(),
                "1",
                false,
                Optional::empty);
    }
}
