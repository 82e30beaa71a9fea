package org.wvwbuilder.contracts;

import org.wvwbuilder.plugin.testkit.PluginContract;

class WebhooksContractTests implements PluginContract {
    @Override
    public String module() {
        return "org.wvwbuilder.webhooks";
    }
}
