package org.wvwbuilder.boot;

import java.nio.file.Path;

/**
 * The layers and folders that the server works with.
 *
 * @param ground the layer that plugins stand on: JDK, plugin API, the Jakarta APIs
 * @param home the distribution's folder: {@code lib/}, {@code plugins/}, {@code etc/}
 * @param base the folder that relative paths of the configuration start from
 */
public record World(ModuleLayer ground, Path home, Path base) {}
