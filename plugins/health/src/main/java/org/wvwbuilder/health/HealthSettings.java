package org.wvwbuilder.health;

import java.net.URI;
import java.util.Optional;
import org.wvwbuilder.plugin.Setting;

/**
 * The table {@code health}.
 *
 * @param certificate a PEM file, or {@code https://host[:port]}; empty when nothing is to be watched
 */
public record HealthSettings(
        @Setting("Certificate whose end is watched: its PEM file, or the https address of the site")
        Optional<String> certificate) {

    public HealthSettings {
        certificate = certificate.map(String::strip).filter(text -> !text.isEmpty());
        certificate.filter(HealthSettings::site).ifPresent(HealthSettings::checkSite);
    }

    static boolean site(String certificate) {
        return certificate.contains("://");
    }

    private static void checkSite(String address) {
        if (!address.matches("https://[^\\s/?#@]+/?") || URI.create(address).getHost() == null) {
            throw new IllegalArgumentException(
                    "certificate must be a file, or an address such as https://wvw.example.org");
        }
    }
}
