package org.wvwbuilder.contracts;

import org.wvwbuilder.plugin.testkit.PluginContract;

class AuthContractTests implements PluginContract {
    @Override
    public String module() {
        return "org.wvwbuilder.auth";
    }
}
