package org.wvwbuilder.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** A control group with limited memory, as systemd makes one for a service with {@code MemoryMax=}. */
record MemoryGroup(Path folder) implements AutoCloseable {

    static MemoryGroup of(int mebibytes) throws IOException {
        var first = Path.of("/sys/fs/cgroup/memory");
        var mount = Files.isDirectory(first) ? first : Path.of("/sys/fs/cgroup");
        Assumptions.assumeTrue(Files.isWritable(mount), "control groups can only be made by root");
        var folder = Files.createTempDirectory(mount, "gw2-test");
        var limit = folder.resolve(Files.isDirectory(first) ? "memory.limit_in_bytes" : "memory.max");
        Assumptions.assumeTrue(Files.exists(limit), "the memory controller is not handed down to " + mount);
        Files.writeString(limit, String.valueOf(mebibytes * 1_048_576L));
        return new MemoryGroup(folder);
    }

    /** The words that start a program in the group. */
    String[] enter() {
        return new String[] {"sh", "-c", "echo $$ > " + folder.resolve("cgroup.procs") + " && exec \"$@\"", "sh"};
    }

    @Override
    public void close() throws IOException {
        Files.delete(folder);
    }
}
