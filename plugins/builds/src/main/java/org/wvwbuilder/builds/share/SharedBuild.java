package org.wvwbuilder.builds.share;

import org.wvwbuilder.builds.chatlink.BuildTemplate;
import org.wvwbuilder.builds.store.Equipment;

/** What a share code carries. */
public record SharedBuild(BuildTemplate template, Equipment equipment) {}
