package org.wvwbuilder.contracts;

import org.wvwbuilder.plugin.testkit.PluginContract;

class SquadsContractTests implements PluginContract {
    @Override
    public String module() {
        return "org.wvwbuilder.squads";
    }
}
