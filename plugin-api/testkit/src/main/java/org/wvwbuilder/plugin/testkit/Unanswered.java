package org.wvwbuilder.plugin.testkit;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A request that was given up, told so that its sender sees whose fault it is: the plugin's, or that of a machine that has too
 * much else to do.
 *
 * @param request its method and address
 * @param begun when it was sent, by the machine's clock
 */
record Unanswered(String request, Duration waited, Instant begun) {
    private static final int THREADS = 3;
    private static final int FRAMES = 3;

    /** @param server as it is at this moment */
    String told(TestServer server) {
        var lines = new ArrayList<String>();
        lines.add(request + " was not answered within " + waited.toSeconds() + " seconds.");
        lines.addAll(standing(server));
        lines.addAll(logged(server.seat().log(begun)));
        lines.add("All of its log is in target/surefire-reports/CLASS-output.txt, or in the console of your IDE.");
        var machine = ManagementFactory.getOperatingSystemMXBean();
        lines.add(String.format(
                Locale.ROOT,
                "A machine that is busy with other work may be why: its load is %.1f, with %d processors. -D%s=4 waits"
                        + " four times as long as usual.",
                machine.getSystemLoadAverage(),
                machine.getAvailableProcessors(),
                Patience.PROPERTY));
        return String.join("\n", lines);
    }

    private static List<String> standing(TestServer server) {
        var packages =
                server.seat().module(server.id()).map(Module::getPackages).orElse(Set.of());
        var busy = ThreadDump.now().within(packages);
        if (busy.isEmpty()) {
            return List.of("No thread was in the code of the plugin " + server.id() + " when it was given up.");
        }
        var lines = new ArrayList<String>();
        lines.add("When it was given up, the plugin " + server.id() + " was at:");
        for (var thread : busy.subList(0, Math.min(THREADS, busy.size()))) {
            var own = thread.within(packages);
            // What its line called says more than where that stands, deep within the JDK.
            int called = thread.frames().indexOf(own.getFirst()) - 1;
            if (called >= 0) lines.add("  " + thread.frames().get(called));
            own.stream().limit(FRAMES).forEach(frame -> lines.add("    at " + frame));
        }
        if (busy.size() > THREADS) lines.add("  and " + (busy.size() - THREADS) + " threads more");
        return lines;
    }

    private static List<String> logged(List<String> entries) {
        if (entries.isEmpty()) return List.of("Since it was sent, the server's log has no warning.");
        var lines = new ArrayList<String>();
        lines.add("Since it was sent, the server's log says:");
        for (var entry : entries) entry.lines().forEach(line -> lines.add("  " + line));
        return lines;
    }
}
