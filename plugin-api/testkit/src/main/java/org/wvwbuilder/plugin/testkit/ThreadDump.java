package org.wvwbuilder.plugin.testkit;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Where all threads of the process stand at one moment, virtual ones as well. */
record ThreadDump(List<Standing> threads) {
    private static final Pattern HEAD = Pattern.compile("#(\\d+) \"(.*)\" (virtual )?[A-Z_]+ \\S+");
    private static final String FRAME = "at ";

    /**
     * A thread.
     *
     * @param id that of {@link Thread#threadId}
     * @param frames the newest first: {@code java.base/java.lang.Thread.sleep(Thread.java:540)}
     */
    record Standing(long id, String name, List<String> frames) {

        /** The frames that lie in these packages. */
        List<String> within(Set<String> packages) {
            return frames.stream()
                    .filter(frame -> packages.stream().anyMatch(name -> lies(frame, name)))
                    .toList();
        }

        private static boolean lies(String frame, String name) {
            return frame.startsWith(name + ".") || frame.contains("/" + name + ".");
        }
    }

    static ThreadDump now() {
        try {
            var folder = Files.createTempDirectory("wvw-threads-");
            var dump = folder.resolve("threads");
            try {
                ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                        .dumpThreads(dump.toString(), ThreadDumpFormat.TEXT_PLAIN);
                return of(Files.readAllLines(dump));
            } finally {
                Folders.delete(folder);
            }
        } catch (IOException full) {
            throw new UncheckedIOException("the threads could not be written down", full);
        }
    }

    private static ThreadDump of(List<String> lines) {
        var threads = new ArrayList<Standing>();
        for (var line : lines) {
            var head = HEAD.matcher(line);
            var inner = line.strip();
            if (head.matches()) {
                threads.add(new Standing(Long.parseLong(head.group(1)), head.group(2), new ArrayList<>()));
            } else if (inner.startsWith(FRAME) && !threads.isEmpty()) {
                threads.getLast().frames().add(inner.substring(FRAME.length()));
            }
        }
        return new ThreadDump(List.copyOf(threads));
    }

    /** Those that run code of these packages; not the one that asks, which may belong to a test in one of them. */
    List<Standing> within(Set<String> packages) {
        long own = Thread.currentThread().threadId();
        return threads.stream()
                .filter(thread -> thread.id() != own && !thread.within(packages).isEmpty())
                .toList();
    }
}
