package org.wvwbuilder.auth.session;

import java.util.List;
import java.util.Map;

/** What people call the program that an agent text names: {@code Firefox, Windows}. A guess, for them to recognise. */
final class DeviceName {
    /** The first that is contained wins: nearly every browser also names those that it once wanted to pass for. */
    private static final List<Map.Entry<String, String>> PROGRAMS = List.of(
            Map.entry("Edg", "Edge"),
            Map.entry("OPR/", "Opera"),
            Map.entry("SamsungBrowser", "Samsung Internet"),
            Map.entry("Firefox", "Firefox"),
            Map.entry("FxiOS", "Firefox"),
            Map.entry("Chrome", "Chrome"),
            Map.entry("CriOS", "Chrome"),
            Map.entry("Safari", "Safari"),
            Map.entry("curl", "curl"),
            Map.entry("python", "Python"),
            Map.entry("Java", "Java"));

    private static final List<Map.Entry<String, String>> SYSTEMS = List.of(
            Map.entry("iPhone", "iPhone"),
            Map.entry("iPad", "iPad"),
            Map.entry("Android", "Android"),
            Map.entry("Windows", "Windows"),
            Map.entry("Mac OS", "Mac"),
            Map.entry("CrOS", "Chromebook"),
            Map.entry("Linux", "Linux"));

    private DeviceName() {}

    /** Empty when nothing is known in it. */
    static String of(String agent) {
        var program = first(PROGRAMS, agent);
        var system = first(SYSTEMS, agent);
        return program.isEmpty() || system.isEmpty() ? program + system : program + ", " + system;
    }

    private static String first(List<Map.Entry<String, String>> known, String agent) {
        return known.stream()
                .filter(entry -> agent.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
