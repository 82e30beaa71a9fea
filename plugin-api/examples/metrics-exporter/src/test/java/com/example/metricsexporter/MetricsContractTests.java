package com.example.metricsexporter;

import org.wvwbuilder.plugin.testkit.PluginContract;

class MetricsContractTests implements PluginContract {}
