package org.wvwbuilder.boot;

import java.nio.file.Path;

/**
 * The layers and folders that the server works with.
 *
 * @param ground the layer that plugins stand on: JDK, plugin API, the Jakarta APIs
 * @param host controls the layer of the server and its libraries
 * @param home the distribution's folder: {@code lib/}, {@code plugins/}, {@code etc/}
 * @param base the folder that relative paths of the configuration start from
 */
public record World(ModuleLayer ground, ModuleLayer.Controller host, Path home, Path base) {}
