package com.example.guildbank;

import org.wvwbuilder.plugin.Doc;

/** So many of one thing in one place. */
public record Stack(@Doc("Of the bank: Treasure Trove") String tab, String item, int count) {}
