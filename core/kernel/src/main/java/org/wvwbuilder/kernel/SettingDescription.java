package org.wvwbuilder.kernel;

/**
 * One key as {@code gw2 config} shows it.
 *
 * @param key the whole key: {@code http.port}
 * @param value the value in force, {@code ***} for a secret that is set, empty when nothing is
 * @param source where it was set, or {@code default}
 * @param fallback the default as text, empty for none
 * @param meaning what it is for
 * @param secret whether it may also stand in a file of its own, named by the same key with {@code -file}
 */
public record SettingDescription(
        String key, String value, String source, String fallback, String meaning, boolean secret) {}
