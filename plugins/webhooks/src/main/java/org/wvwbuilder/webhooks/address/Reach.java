package org.wvwbuilder.webhooks.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Says which addresses a webhook may connect to. Asked when it is saved, and again before each connection, which then goes
 * to the very addresses that were checked: a name that means something else a moment later changes nothing.
 */
public final class Reach {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final List<Allowed> allowed;
    private final List<Allowed> plain;
    private final Set<Integer> ports;
    private final Resolver resolver;

    public Reach(List<String> allowed, List<String> plain, List<Integer> ports, Resolver resolver) {
        this.allowed = allowed.stream().map(Allowed::of).toList();
        this.plain = plain.stream().map(Allowed::of).toList();
        this.ports = Set.copyOf(ports);
        this.resolver = resolver;
    }

    /**
     * The addresses to connect to now, the first that answers.
     *
     * @throws Refused when the target, or any of the addresses that its name has, is not to be reached
     */
    public List<InetAddress> check(Target target) throws Refused, InterruptedException {
        boolean vouched = allowed.stream().anyMatch(entry -> entry.covers(target));
        if (!target.secure() && plain.stream().noneMatch(entry -> entry.covers(target))) {
            throw new Refused("https, unless the operator names the host under webhooks.plain");
        }
        boolean named = allowed.stream()
                .anyMatch(entry -> entry.covers(target) && entry.port().isPresent());
        if (!named && !ports.contains(target.port())) {
            throw new Refused("one of the ports " + ports.stream().sorted().toList() + " (webhooks.ports)");
        }
        var addresses = addresses(target);
        // One closed address among open ones is enough: which of them is connected to, is not for a name to choose.
        if (!vouched && !addresses.stream().allMatch(Network::open)) {
            throw new Refused("a receiver on the open internet: the address is a private or reserved one."
                    + " The operator may name it under webhooks.allow");
        }
        return addresses;
    }

    private List<InetAddress> addresses(Target target) throws Refused, InterruptedException {
        if (target.literal()) return List.of(InetAddress.ofLiteral(target.host()));
        var found = new CompletableFuture<List<InetAddress>>();
        Thread.ofVirtual().name("webhooks-name").start(() -> {
            try {
                found.complete(resolver.resolve(target.host()));
            } catch (UnknownHostException | RuntimeException unknown) {
                found.completeExceptionally(unknown);
            }
        });
        try {
            var addresses = found.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (!addresses.isEmpty()) return addresses;
        } catch (ExecutionException | TimeoutException unknown) {
            throw new Refused("a host that can be found: its name has no address now");
        }
        throw new Refused("a host that can be found: its name has no address now");
    }
}
