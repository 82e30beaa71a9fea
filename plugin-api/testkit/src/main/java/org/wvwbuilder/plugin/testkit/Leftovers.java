package org.wvwbuilder.plugin.testkit;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.wvwbuilder.testing.Await;

/**
 * What a closed plugin may have left in the process: threads that the server names to operators as well, idle ones of an
 * executor, say; and any, virtual ones as well, that still run its code.
 *
 * @param packages those of the plugin and of its libraries
 * @param seat the server that it ran in, closed by now
 */
record Leftovers(String plugin, Set<String> packages, Seat seat) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    static Leftovers of(TestServer server) {
        var module = server.seat().module(server.id()).orElseThrow();
        return new Leftovers(server.id(), module.getPackages(), server.seat());
    }

    /** Whoever was told to end may need a moment. */
    void assertNone() {
        try {
            Await.until(
                    "no thread runs code of the closed plugin " + plugin,
                    Patience.of(PATIENCE),
                    () -> left().isEmpty());
        } catch (AssertionError stay) {
            throw new AssertionError(
                    stay.getMessage() + ". There are:\n  " + String.join("\n  ", left())
                            + "\nEnd them in OpenPlugin.close, by an interrupt and a join, or by the close of their executor.",
                    stay);
        }
    }

    private Set<String> left() {
        var left = new TreeSet<String>();
        var names = new TreeSet<>(seat.threads(plugin));
        for (var thread : ThreadDump.now().within(packages)) {
            names.remove(thread.name());
            left.add(quoted(thread.name()) + " at " + thread.within(packages).getFirst());
        }
        names.forEach(name -> left.add(quoted(name) + ", idle"));
        return left;
    }

    private static String quoted(String name) {
        return name.isEmpty() ? "a thread without a name" : '"' + name + '"';
    }
}
