package ${package};

import org.wvwbuilder.plugin.testkit.PluginContract;

class PluginContractTests implements PluginContract {}
