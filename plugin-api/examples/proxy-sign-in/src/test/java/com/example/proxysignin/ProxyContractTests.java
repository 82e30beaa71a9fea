package com.example.proxysignin;

import java.util.Map;
import org.wvwbuilder.plugin.testkit.PluginContract;

class ProxyContractTests implements PluginContract {
    @Override
    public Map<String, String> needed() {
        return Map.of("proxy-sign-in.secret", ProxySignInTests.SECRET, "auth.sign-in-by-plugins", "true");
    }
}
