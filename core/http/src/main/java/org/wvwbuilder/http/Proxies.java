package org.wvwbuilder.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** Finds out where a request comes from, believing forwarding headers only of the proxies that the operator trusts. */
final class Proxies {
    /** Trusts nobody. */
    static final Proxies NOBODY = new Proxies(List.of());

    private static final int LONGEST_ADDRESS = 45;

    private final Set<String> trusted;

    /**
     * Where a request comes from.
     *
     * @param address the client's
     * @param secure true when the client used TLS
     * @param origin scheme, host and port that the client asked for
     * @param local true when a process of this machine sent it, with no proxy in between
     * @param proxied true when a trusted proxy passed it on
     */
    record Peer(String address, boolean secure, String origin, boolean local, boolean proxied) {}

    Proxies(List<String> trusted) {
        this.trusted = trusted.stream().map(Proxies::plain).collect(Collectors.toUnmodifiableSet());
    }

    Peer peer(Request request) {
        var remote = request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress socket
                ? socket.getAddress()
                : null;
        var direct = remote == null ? "" : plain(remote.getHostAddress());
        var headers = request.getHeaders();
        var forwardedFor = headers.get(HttpHeader.X_FORWARDED_FOR);
        var forwardedProto = headers.get(HttpHeader.X_FORWARDED_PROTO);
        var forwarded = forwardedFor != null || forwardedProto != null || headers.contains(HttpHeader.FORWARDED);
        var believed = forwarded && trusted.contains(direct);
        var address = believed && forwardedFor != null ? client(headers, direct) : direct;
        var secure = believed && forwardedProto != null ? "https".equals(forwardedProto.trim()) : request.isSecure();
        return new Peer(address, secure, origin(request, secure), isLoopback(remote) && !forwarded, believed);
    }

    /** The last address in the chain that no trusted proxy has: whatever stands before it may be made up. */
    private String client(HttpFields headers, String direct) {
        var chain = String.join(",", headers.getValuesList(HttpHeader.X_FORWARDED_FOR.asString()))
                .split(",");
        for (int i = chain.length - 1; i >= 0; i--) {
            var address = plain(chain[i].trim());
            if (!isAddress(address)) return direct;
            if (!trusted.contains(address)) return address;
        }
        return direct;
    }

    private static String origin(Request request, boolean secure) {
        var uri = request.getHttpURI();
        var host = uri.getHost();
        if (host == null) return secure ? "https://localhost" : "http://localhost";
        int port = uri.getPort();
        var standard = secure ? 443 : 80;
        var origin = (secure ? "https://" : "http://") + host;
        return port <= 0 || port == standard ? origin : origin + ':' + port;
    }

    private static boolean isLoopback(InetAddress address) {
        return address != null && address.isLoopbackAddress();
    }

    private static boolean isAddress(String text) {
        if (text.isEmpty() || text.length() > LONGEST_ADDRESS) return false;
        return text.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128 || c == '.' || c == ':');
    }

    /** One spelling for each address: no zone, no brackets, the short form of IPv6 loopback. */
    private static String plain(String address) {
        var text =
                address.startsWith("[") && address.endsWith("]") ? address.substring(1, address.length() - 1) : address;
        int zone = text.indexOf('%');
        if (zone >= 0) text = text.substring(0, zone);
        return text.equals("0:0:0:0:0:0:0:1") ? "::1" : text;
    }
}
