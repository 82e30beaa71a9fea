package org.wvwbuilder.health;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import org.wvwbuilder.plugin.HealthCheck;

/**
 * Warns before memory ends: the heap's, the service's limit, the machine's. Never down: a server that has too little ends
 * by itself, and until then it serves.
 */
final class MemoryCheck implements HealthCheck {
    private static final double HEAP = 0.90;
    private static final double SERVICE = 0.92;
    private static final double MACHINE = 0.05;

    private final Path root;
    private final DoubleSupplier heap;

    MemoryCheck() {
        this(Path.of("/"), MemoryCheck::heapInUse);
    }

    /**
     * @param root where {@code proc} and {@code sys} are
     * @param heap how much of the heap is in use, from 0 to 1
     */
    MemoryCheck(Path root, DoubleSupplier heap) {
        this.root = root;
        this.heap = heap;
    }

    @Override
    public Health check() throws IOException {
        double used = heap.getAsDouble();
        if (used >= HEAP) {
            return new Health.Degraded("Java's memory is " + percent(used)
                    + " full; give the service more (MemoryMax of its unit), then restart it");
        }
        var machine = machine();
        if (machine.isPresent() && machine.getAsLong() < MACHINE * 1000) {
            return new Health.Degraded("only " + machine.getAsLong() / 10.0
                    + " % of the machine's memory are free; see with 'top' what uses it, or give it more");
        }
        var group = group();
        return group.isPresent() ? service(group.getAsLong() / 1000.0) : new Health.Up();
    }

    private static Health service(double used) {
        if (used < SERVICE) return new Health.Up();
        return new Health.Degraded("the service uses " + percent(used)
                + " of the memory it may have, and is ended beyond that; raise MemoryMax with"
                + " 'systemctl edit gw2-backend', then restart it");
    }

    private static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    /** The free thousandths of the machine's memory. */
    private OptionalLong machine() throws IOException {
        var file = root.resolve("proc/meminfo");
        if (!Files.isReadable(file)) return OptionalLong.empty();
        long total = 0;
        long available = -1;
        for (var line : Files.readAllLines(file)) {
            if (line.startsWith("MemTotal:")) total = number(line);
            if (line.startsWith("MemAvailable:")) available = number(line);
        }
        return total == 0 || available < 0 ? OptionalLong.empty() : OptionalLong.of(available * 1000 / total);
    }

    /** The thousandths in use of what the own control group may have; pages of files that can be given back do not count. */
    private OptionalLong group() throws IOException {
        var file = root.resolve("proc/self/cgroup");
        if (!Files.isReadable(file)) return OptionalLong.empty();
        for (var line : Files.readAllLines(file)) {
            if (!line.startsWith("0::")) continue;
            var folder = root.resolve("sys/fs/cgroup").resolve(line.substring(3).replaceFirst("^/", ""));
            var limit = folder.resolve("memory.max");
            if (!Files.isReadable(limit)) return OptionalLong.empty();
            var most = Files.readString(limit).strip();
            if (!most.matches("[0-9]{1,15}") || most.equals("0")) return OptionalLong.empty();
            long used = Long.parseLong(
                    Files.readString(folder.resolve("memory.current")).strip());
            return OptionalLong.of((used - cache(folder)) * 1000 / Long.parseLong(most));
        }
        return OptionalLong.empty();
    }

    private static long cache(Path folder) throws IOException {
        for (var line : Files.readAllLines(folder.resolve("memory.stat"))) {
            if (line.startsWith("inactive_file ")) return number(line);
        }
        return 0;
    }

    private static long number(String line) {
        return Long.parseLong(line.replaceAll("[^0-9]", ""));
    }

    /** What the last collection left among the objects that stay, against what these may have. */
    private static double heapInUse() {
        return lasting().mapToDouble(MemoryCheck::share).max().orElse(0);
    }

    /** Pools of young objects are full at any time, and are told apart by having no threshold of their own. */
    static Stream<MemoryPoolMXBean> lasting() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
                .filter(MemoryPoolMXBean::isUsageThresholdSupported);
    }

    private static double share(MemoryPoolMXBean pool) {
        var left = pool.getCollectionUsage();
        return left.getMax() <= 0 ? 0 : (double) left.getUsed() / left.getMax();
    }
}
