package org.wvwbuilder.contracts;

import org.wvwbuilder.plugin.testkit.PluginContract;

class DashboardContractTests implements PluginContract {
    @Override
    public String module() {
        return "org.wvwbuilder.dashboard";
    }
}
