package org.wvwbuilder.contracts;

import org.wvwbuilder.plugin.testkit.PluginContract;

class ConsoleContractTests implements PluginContract {
    @Override
    public String module() {
        return "org.wvwbuilder.console";
    }
}
