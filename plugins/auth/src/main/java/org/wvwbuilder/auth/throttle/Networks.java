package org.wvwbuilder.auth.throttle;

import java.util.regex.Pattern;

/** Whom an address belongs to: of IPv6, one customer has at least the 2^64 addresses of a network. */
final class Networks {
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F:.]+");

    private Networks() {}

    static String of(String address) {
        if (address.indexOf(':') < 0 || !HEX.matcher(address).matches()) return address;
        try {
            // A literal is never looked up in a name service.
            var bytes = java.net.InetAddress.ofLiteral(address).getAddress();
            if (bytes.length != 16) return address;
            var network = new StringBuilder("net6:");
            for (int i = 0; i < 8; i++) network.append("%02x".formatted(bytes[i]));
            return network.toString();
        } catch (IllegalArgumentException odd) {
            return address;
        }
    }
}
