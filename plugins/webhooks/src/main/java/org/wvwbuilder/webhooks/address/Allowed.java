package org.wvwbuilder.webhooks.address;

import java.util.Locale;
import java.util.Optional;

/**
 * A receiver that the operator vouches for.
 *
 * @param host a name or an address as it stands in a URL, lower-case, without brackets
 * @param port the one port it is vouched for; none: those that are open to all
 */
public record Allowed(String host, Optional<Integer> port) {

    /** Reads {@code nas.example}, {@code 10.0.0.5:8080} or {@code [fd00::5]:8080}. */
    public static Allowed of(String text) {
        var entry = text.strip().toLowerCase(Locale.ROOT);
        var pattern = "(\\[[0-9a-f:.]+]|[0-9a-z._-]+)(:[0-9]{1,5})?";
        if (!entry.matches(pattern)) {
            throw new IllegalArgumentException("'" + text
                    + "' is no receiver: write a name or an address, with a port where it needs one: 10.0.0.5:8080");
        }
        int colon = entry.lastIndexOf(':');
        boolean ported = colon > entry.lastIndexOf(']') && colon > 0;
        var host = ported ? entry.substring(0, colon) : entry;
        var port = ported ? Optional.of(Integer.parseInt(entry.substring(colon + 1))) : Optional.<Integer>empty();
        return new Allowed(host.replace("[", "").replace("]", ""), port);
    }

    boolean covers(Target target) {
        return host.equals(target.host())
                && port.map(only -> only == target.port()).orElse(true);
    }
}
