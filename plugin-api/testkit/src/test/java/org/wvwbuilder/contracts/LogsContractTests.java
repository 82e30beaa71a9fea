package org.wvwbuilder.contracts;

import org.wvwbuilder.plugin.testkit.PluginContract;

class LogsContractTests implements PluginContract {
    @Override
    public String module() {
        return "org.wvwbuilder.logs";
    }
}
