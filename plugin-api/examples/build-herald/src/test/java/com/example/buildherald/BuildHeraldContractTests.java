package com.example.buildherald;

import org.wvwbuilder.plugin.testkit.PluginContract;

class BuildHeraldContractTests implements PluginContract {}
