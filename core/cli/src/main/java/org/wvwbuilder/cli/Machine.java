package org.wvwbuilder.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What Linux tells of the machine and of one process on it. */
public record Machine(Path root) {
    /** Since Linux 2.4 on every processor that Java runs on. */
    private static final int TICKS = 100;

    public static final Machine HERE = new Machine(Path.of("/"));

    /**
     * @param cpuPercent of one processor, on average since its start
     * @param limitBytes what its control group may have
     */
    public record Usage(double cpuPercent, long memoryBytes, Optional<Long> limitBytes, long seconds) {}

    /** What is left of the machine. Empty where it cannot be read. */
    public record Room(
            Optional<Double> load,
            int processors,
            Optional<Long> memoryFreeBytes,
            Optional<Long> memoryBytes,
            Optional<Long> diskFreeBytes) {}

    /** What a process uses; empty when it is gone. */
    public Optional<Usage> usage(long pid) {
        try {
            var process = root.resolve("proc").resolve(String.valueOf(pid));
            var stat = Files.readString(process.resolve("stat"));
            // The program's name stands in brackets and may contain blanks.
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            double busy = (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / (double) TICKS;
            double now = Double.parseDouble(
                    Files.readString(root.resolve("proc/uptime")).split(" ")[0]);
            double lived = Math.max(0.01, now - Long.parseLong(fields[19]) / (double) TICKS);
            long memory = kibibytes(process.resolve("status"), "VmRSS:").orElse(0L) << 10;
            var percent = Math.round(busy * 1000 / lived) / 10.0;
            return Optional.of(new Usage(percent, memory, limit(process), (long) lived));
        } catch (IOException | RuntimeException gone) {
            return Optional.empty();
        }
    }

    private Optional<Long> limit(Path process) throws IOException {
        for (var line : Files.readAllLines(process.resolve("cgroup"))) {
            if (!line.startsWith("0::")) continue;
            var file = root.resolve("sys/fs/cgroup")
                    .resolve(line.substring(3).replaceFirst("^/", ""))
                    .resolve("memory.max");
            if (!Files.isReadable(file)) return Optional.empty();
            var text = Files.readString(file).strip();
            return text.matches("[0-9]{1,15}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
        }
        return Optional.empty();
    }

    /** @param data the folder whose disk counts */
    public Room room(Path data) {
        var memory = root.resolve("proc/meminfo");
        return new Room(
                load(),
                Runtime.getRuntime().availableProcessors(),
                kibibytes(memory, "MemAvailable:").map(size -> size << 10),
                kibibytes(memory, "MemTotal:").map(size -> size << 10),
                free(data));
    }

    private Optional<Double> load() {
        try {
            return Optional.of(Double.valueOf(
                    Files.readString(root.resolve("proc/loadavg")).split(" ")[0]));
        } catch (IOException | NumberFormatException unknown) {
            return Optional.empty();
        }
    }

    /** What the disk of a folder has left; empty when it cannot be seen. */
    public static Optional<Long> free(Path folder) {
        try {
            return Optional.of(Files.getFileStore(folder).getUsableSpace());
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<Long> kibibytes(Path file, String name) {
        try {
            for (var line : Files.readAllLines(file)) {
                if (line.startsWith(name)) return Optional.of(Long.valueOf(line.replaceAll("[^0-9]", "")));
            }
            return Optional.empty();
        } catch (IOException | NumberFormatException unknown) {
            return Optional.empty();
        }
    }
}
