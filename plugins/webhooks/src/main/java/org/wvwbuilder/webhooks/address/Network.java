package org.wvwbuilder.webhooks.address;

import java.net.InetAddress;
import java.util.List;

/** A range of addresses: those whose first bits are the same. */
record Network(byte[] prefix, int bits) {
    /** Of version 4: all that are not somebody's on the open internet (IANA's special-purpose registry), and one more. */
    private static final List<Network> CLOSED_4 = all(
            "0.0.0.0/8", // this network
            "10.0.0.0/8",
            "100.64.0.0/10", // behind a provider's translation; also where some clouds answer about their machines
            "127.0.0.0/8",
            "168.63.129.16/32", // a cloud's host, asked by its machines
            "169.254.0.0/16", // link-local, and the metadata of most clouds
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24", // relays of 6to4
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4", // multicast
            "240.0.0.0/4"); // reserved, and broadcast

    /** Of version 6 only this is open at all: without loopback, mapped, compatible, NAT64, local and multicast ones. */
    private static final List<Network> OPEN_6 = all("2000::/3");

    private static final List<Network> CLOSED_6 = all(
            "2001::/23", // Teredo and other protocols
            "2001:db8::/32",
            "2002::/16", // 6to4: holds an address of version 4
            "3fff::/20");

    /** Whether an address is one of the open internet. */
    static boolean open(InetAddress address) {
        var bytes = address.getAddress();
        if (bytes.length == 4) return none(CLOSED_4, bytes);
        return !none(OPEN_6, bytes) && none(CLOSED_6, bytes);
    }

    private static boolean none(List<Network> networks, byte[] address) {
        return networks.stream().noneMatch(network -> network.contains(address));
    }

    private boolean contains(byte[] address) {
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % 8;
            if ((address[bit / 8] & mask) != (prefix[bit / 8] & mask)) return false;
        }
        return true;
    }

    private static List<Network> all(String... texts) {
        return List.of(texts).stream().map(Network::of).toList();
    }

    private static Network of(String text) {
        var parts = text.split("/");
        return new Network(InetAddress.ofLiteral(parts[0]).getAddress(), Integer.parseInt(parts[1]));
    }
}
