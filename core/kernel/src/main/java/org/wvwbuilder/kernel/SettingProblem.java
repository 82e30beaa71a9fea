package org.wvwbuilder.kernel;

/**
 * Something wrong in the configuration.
 *
 * @param key the whole key: {@code http.port}
 * @param source where it was set
 * @param message what is expected there
 */
public record SettingProblem(String key, String source, String message) {

    @Override
    public String toString() {
        return key + " (" + source + "): " + message;
    }
}
