package org.wvwbuilder.contracts;

import org.wvwbuilder.plugin.testkit.PluginContract;

class HealthContractTests implements PluginContract {
    @Override
    public String module() {
        return "org.wvwbuilder.health";
    }
}
