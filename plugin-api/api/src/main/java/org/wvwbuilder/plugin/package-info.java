/**
 * The contract between the server and its plugins: what a plugin is ({@link org.wvwbuilder.plugin.Plugin}), what it may
 * add ({@link org.wvwbuilder.plugin.Contribution}) and what it is lent ({@link org.wvwbuilder.plugin.PluginContext}).
 */
package org.wvwbuilder.plugin;
