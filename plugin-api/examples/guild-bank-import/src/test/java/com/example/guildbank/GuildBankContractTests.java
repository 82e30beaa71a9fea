package com.example.guildbank;

import org.wvwbuilder.plugin.testkit.PluginContract;

class GuildBankContractTests implements PluginContract {}
