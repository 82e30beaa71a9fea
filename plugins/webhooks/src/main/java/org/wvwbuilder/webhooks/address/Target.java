package org.wvwbuilder.webhooks.address;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a webhook points to. Only the plain spelling of an address gets here: what browsers and libraries read in several
 * ways is refused, so that all later checks look at what is connected to.
 *
 * @param host a name in lower case, or an address without brackets
 * @param path with its query, as it is sent
 */
public record Target(boolean secure, String host, int port, String path) {
    private static final int MOST = 1_000;
    private static final String LABEL = "[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?";
    private static final String NAME = LABEL + "(\\." + LABEL + ")*";
    private static final String OCTET = "(0|[1-9][0-9]{0,2})";
    private static final String FOUR = OCTET + "(\\." + OCTET + "){3}";

    /** @throws Refused when it is no address of a receiver in its plain spelling */
    public static Target of(String text) throws Refused {
        var uri = parsed(text);
        var scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http"))
            throw new Refused("an address that begins with https://");
        if (uri.getRawUserInfo() != null || text.contains("@") && text.indexOf('@') < pathStart(text)) {
            throw new Refused("an address without a user name or password");
        }
        if (uri.getRawFragment() != null) throw new Refused("an address without # and what follows it");
        var host = host(uri);
        boolean secure = scheme.equals("https");
        int port = uri.getPort() < 0 ? secure ? 443 : 80 : uri.getPort();
        if (port < 1 || port > 65_535) throw new Refused("a port from 1 to 65535");
        var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return new Target(secure, host, port, path + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
    }

    private static URI parsed(String text) throws Refused {
        // Blanks, line breaks, backslashes and letters of other scripts are read differently by different programs.
        if (text.length() > MOST || !text.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\')) {
            throw new Refused("at most " + MOST + " ASCII characters without blanks; write other letters as punycode");
        }
        try {
            return new URI(text);
        } catch (URISyntaxException wrong) {
            throw new Refused("an address such as https://example.org/hook");
        }
    }

    private static int pathStart(String text) {
        int begin = text.indexOf("//") + 2;
        int slash = text.indexOf('/', begin);
        return slash < 0 ? text.length() : slash;
    }

    private static String host(URI uri) throws Refused {
        var host = Optional.ofNullable(uri.getHost()).orElse("").toLowerCase(Locale.ROOT);
        if (host.startsWith("[")) return six(host.substring(1, host.length() - 1));
        if (host.matches(FOUR)) {
            for (var part : host.split("\\.")) if (Integer.parseInt(part) > 255) throw plain();
            return host;
        }
        var last = host.substring(host.lastIndexOf('.') + 1);
        // What ends in a number is an address to some programs: 127.1, 0x7f.1, 017700000001, 2130706433.
        if (last.matches("[0-9]+|0x[0-9a-f]*")) throw plain();
        if (host.length() > 253 || !host.matches(NAME)) throw plain();
        return host;
    }

    private static String six(String host) throws Refused {
        try {
            var address = InetAddress.ofLiteral(host);
            // Java turns ::ffff:1.2.3.4 into 1.2.3.4: then it was a disguise.
            if (host.contains("%") || address.getAddress().length != 16) throw plain();
            return host;
        } catch (IllegalArgumentException wrong) {
            throw plain();
        }
    }

    private static Refused plain() {
        return new Refused("a host name without a dot at its end, or an address in its usual spelling: 203.0.113.5");
    }

    /** The host and, unless it is the usual one, the port, as they stand in the header Host. */
    public String authority() {
        var name = host.contains(":") ? "[" + host + "]" : host;
        return port == (secure ? 443 : 80) ? name : name + ":" + port;
    }

    /** The host is an address itself. */
    boolean literal() {
        return host.contains(":") || host.matches(FOUR);
    }

    /** Without what may be a secret: Discord's last part of the path, and every query. */
    public String shown(boolean secretPath) {
        int query = path.indexOf('?');
        var plain = query < 0 ? path : path.substring(0, query) + "?…";
        if (secretPath) plain = path.substring(0, path.lastIndexOf('/') + 1) + "…";
        return (secure ? "https://" : "http://") + authority() + plain;
    }

    /** Without what may be a secret. */
    @Override
    public String toString() {
        return "Target " + authority();
    }
}
