package org.wvwbuilder.contracts;

import java.nio.file.Path;
import org.wvwbuilder.plugin.testkit.PluginContract;

/** The contract of a plugin that comes with the server: what its last release left stands beside it, and not here. */
interface OurContract extends PluginContract {
    @Override
    default Path released() {
        var id = module().substring(module().lastIndexOf('.') + 1);
        return Path.of("../../plugins", id, "src/test/released");
    }
}
