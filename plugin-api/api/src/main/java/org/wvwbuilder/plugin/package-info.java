/**
 * The contract between the server and its plugins: what a plugin is ({@link org.wvwbuilder.plugin.Plugin}), what it may
 * add ({@link org.wvwbuilder.plugin.Contribution}) and what it is lent ({@link org.wvwbuilder.plugin.PluginContext}).
 *
 * <p>What holds everywhere: nothing takes or gives {@code null}. What a program acts upon and may be missing is an
 * Optional; a text that only people read may be empty. Instants are UTC, sizes bytes. What a plugin
 * hands over may be called by many threads at once, where nothing else is said.
 *
 * <p>In the examples {@code context} is the {@link org.wvwbuilder.plugin.PluginContext} of the plugin and {@code caller} the
 * {@link org.wvwbuilder.plugin.Caller} of a resource method; imports are left out. Each of them compiles: a test sees to it.
 */
package org.wvwbuilder.plugin;
