package org.wvwbuilder.loadtest.wire;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A server, and the addresses that its name was found to have. The name is looked up once: what was checked is what is
 * connected to, whatever the name means a moment later.
 *
 * @param host as written, for the Host header and the certificate
 */
public record Target(boolean tls, String host, int port, List<InetAddress> addresses) {
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)(https?)://(\\[[0-9a-f:.]+]|[a-z0-9._-]+)(?::(\\d{1,5}))?/?");

    /** Finds out where a name leads; throws with a sentence for the operator. */
    @FunctionalInterface
    public interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    /**
     * @param elsewhere whether the operator says that servers other than on this machine are his to load
     * @throws IllegalArgumentException with a sentence that says what to do
     */
    public static Target of(String text, boolean elsewhere, Resolver resolver) {
        var address = ADDRESS.matcher(text.contains("://") ? text : "http://" + text);
        if (!address.matches()) {
            throw new IllegalArgumentException(
                    "The target '" + text + "' is no address of a server: write it like http://127.0.0.1:8000.");
        }
        var tls = address.group(1).toLowerCase(Locale.ROOT).equals("https");
        var port = address.group(3) == null ? (tls ? 443 : 80) : Integer.parseInt(address.group(3));
        if (port < 1 || port > 65_535) throw new IllegalArgumentException("A port is 1 to 65535, not " + port + ".");
        var host = address.group(2);
        var found = find(host, resolver);
        for (var one : found) {
            if (!elsewhere && !one.isLoopbackAddress()) {
                throw new IllegalArgumentException("'" + host + "' is " + one.getHostAddress()
                        + ", which is not this machine's loopback: a load test disturbs whoever uses a server."
                        + " If it is your own, add --i-own-this-server.");
            }
        }
        return new Target(tls, host, port, found);
    }

    private static List<InetAddress> find(String host, Resolver resolver) {
        try {
            var found = resolver.resolve(host);
            if (found.length > 0) return List.of(found);
        } catch (UnknownHostException unknown) {
            // told below
        }
        throw new IllegalArgumentException("No address is known for '" + host + "': check how it is spelled.");
    }

    public boolean loopback() {
        return addresses.stream().allMatch(InetAddress::isLoopbackAddress);
    }

    /** As a browser would name it. */
    public String origin() {
        return (tls ? "https://" : "http://") + authority();
    }

    String authority() {
        return port == (tls ? 443 : 80) ? host : host + ":" + port;
    }

    String hostWithoutBrackets() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
