package org.wvwbuilder.kernel;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Threads that outlive the plugin that started them. They keep its classes in memory, and go on using what was closed: nobody
 * would know why, unless the log named them.
 */
final class LeftThreads {
    private static final System.Logger LOG = System.getLogger(LeftThreads.class.getName());
    /** For those that were told to end, of all plugins together; a stop that leaves none does not wait at all. */
    private static final Duration GRACE = Duration.ofMillis(100);

    private static final int MOST = 5;

    private LeftThreads() {}

    /** Names what is left of plugins that have come to their end. */
    static void tell(List<LoadedPlugin> plugins) {
        long until = System.nanoTime() + GRACE.toNanos();
        for (var plugin : plugins) {
            var left = outliving(plugin.layer().loader(), until);
            if (!left.isEmpty()) LOG.log(Level.WARNING, sentence(plugin, left));
        }
    }

    /** Those that still live at this time of {@link System#nanoTime}. */
    static List<Thread> outliving(ClassLoader loader, long until) {
        var left = new ArrayList<Thread>();
        for (var thread : OwnThreads.living(loader)) {
            if (!ended(thread, until)) left.add(thread);
        }
        return left;
    }

    private static boolean ended(Thread thread, long until) {
        var time = Duration.ofNanos(Math.max(0, until - System.nanoTime()));
        try {
            return thread.join(time);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            return !thread.isAlive();
        }
    }

    private static String sentence(LoadedPlugin plugin, List<Thread> left) {
        var module = plugin.module().getName();
        var names = left.stream()
                .limit(MOST)
                .map(thread -> thread.getName()
                        + Place.in(module, thread.getStackTrace())
                                .map(place -> " at " + place)
                                .orElse(""))
                .collect(Collectors.joining(", "));
        var more = left.size() > MOST ? " and " + (left.size() - MOST) + " more" : "";
        return "the plugin " + plugin.id() + " is " + plugin.state() + ", but threads that it started still run: "
                + names
                + more
                + ". They end with the server's process. Tell its author: OpenPlugin.close has to end them, by an"
                + " interrupt and a join, or by the close of their executor.";
    }
}
