package org.wvwbuilder.contracts;

import org.wvwbuilder.plugin.testkit.PluginContract;

class BuildsContractTests implements PluginContract {
    @Override
    public String module() {
        return "org.wvwbuilder.builds";
    }
}
