package org.wvwbuilder.contracts;

import org.wvwbuilder.plugin.testkit.PluginContract;

class LoadtestContractTests implements PluginContract {
    @Override
    public String module() {
        return "org.wvwbuilder.loadtest";
    }
}
