package org.wvwbuilder.contracts;

import org.wvwbuilder.plugin.testkit.PluginContract;

class BackupContractTests implements PluginContract {
    @Override
    public String module() {
        return "org.wvwbuilder.backup";
    }
}
