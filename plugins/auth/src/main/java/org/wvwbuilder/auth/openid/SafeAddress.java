package org.wvwbuilder.auth.openid;

import java.net.URI;
import java.util.Set;

/** Lets only addresses through that nobody on the way can read: https, or a provider on this very machine. */
public final class SafeAddress {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private SafeAddress() {}

    /** @throws IllegalArgumentException with what is expected */
    public static URI check(URI address) {
        boolean safe = "https".equals(address.getScheme())
                || "http".equals(address.getScheme()) && LOOPBACK.contains(String.valueOf(address.getHost()));
        if (!safe
                || address.getHost() == null
                || address.getRawUserInfo() != null
                || address.getRawFragment() != null) {
            throw new IllegalArgumentException("the provider's address " + address + " must begin with https://");
        }
        return address;
    }
}
