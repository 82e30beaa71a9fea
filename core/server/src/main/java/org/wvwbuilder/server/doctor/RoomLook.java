package org.wvwbuilder.server.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import org.wvwbuilder.cli.Findings;
import org.wvwbuilder.cli.Machine;

/** Whether disk and memory suffice. */
public final class RoomLook {
    private static final double LITTLE = 0.05;
    private static final int FEW_FILES = 4096;

    private RoomLook() {}

    public static void disk(Patient patient, Findings findings) throws IOException {
        var disks = new LinkedHashMap<String, Path>();
        for (var folder : List.of(patient.data(), patient.logs())) {
            var there = folder.toAbsolutePath();
            while (!Files.exists(there) && there.getParent() != null) there = there.getParent();
            // A disk has one name, however many folders lie on it.
            disks.putIfAbsent(Files.getFileStore(there).toString(), there);
        }
        for (var folder : disks.values()) disk(folder, patient.freeSpace(), findings);
    }

    private static void disk(Path folder, int wanted, Findings findings) throws IOException {
        var disk = Files.getFileStore(folder);
        long free = disk.getUsableSpace() >> 20;
        if (disk.isReadOnly()) {
            findings.problem(
                    "disk",
                    "the disk of " + folder + " cannot be written",
                    "mount -o remount,rw (as root) and see dmesg");
        } else if (free < wanted) {
            var what = "only " + free + " MiB are free on the disk of " + folder + ", " + wanted + " are wanted";
            var remedy = "see what is large: du -xh --max-depth=2 " + folder + " | sort -h; old logs: gw2 logs -c";
            if (free < Math.max(8, wanted / 8)) findings.problem("disk", what, remedy);
            else findings.warning("disk", what, remedy);
        } else {
            findings.ok("disk", free + " MiB are free on the disk of " + folder);
        }
    }

    public static void memory(Patient patient, Findings findings) throws IOException {
        var room = Machine.HERE.room(patient.data());
        var killed = killed(patient);
        if (killed > 0) {
            findings.warning(
                    "memory",
                    "Linux ended the service " + killed + " times because it had no memory left",
                    "systemctl edit gw2-backend, raise MemoryMax, then systemctl restart gw2-backend");
        }
        if (room.memoryBytes().isEmpty() || room.memoryFreeBytes().isEmpty()) return;
        long free = room.memoryFreeBytes().get();
        if (free < room.memoryBytes().get() * LITTLE) {
            findings.warning(
                    "memory",
                    "only " + (free >> 20) + " MiB of this machine's memory are free",
                    "see who uses it: ps aux --sort=-rss | head");
        } else if (killed == 0) {
            findings.ok("memory", (free >> 20) + " of " + (room.memoryBytes().get() >> 20) + " MiB are free");
        }
    }

    private static long killed(Patient patient) throws IOException {
        var events = Path.of("/sys/fs/cgroup/system.slice/gw2-backend.service/memory.events");
        if (!patient.alive() || !Files.isReadable(events)) return 0;
        for (var line : Files.readAllLines(events)) {
            if (line.startsWith("oom_kill "))
                return Long.parseLong(line.substring(9).strip());
        }
        return 0;
    }

    /** Java, and how many files and connections its process may have open. */
    public static void java(Patient patient, Findings findings) throws IOException {
        var process = patient.pid().map(String::valueOf).orElse("self");
        var limits = Path.of("/proc", process, "limits");
        if (Files.isReadable(limits)) {
            for (var line : Files.readAllLines(limits)) {
                if (!line.startsWith("Max open files")) continue;
                var most = line.substring("Max open files".length()).strip().split("\\s+")[0];
                if (!most.equals("unlimited") && Long.parseLong(most) < FEW_FILES) {
                    findings.warning(
                            "java",
                            "the process may open " + most + " files and connections, " + FEW_FILES + " are wanted",
                            "LimitNOFILE=65536 with 'systemctl edit gw2-backend', or 'ulimit -n 65536' before 'gw2 run'");
                    return;
                }
            }
        }
        findings.ok("java", "Java " + Runtime.version() + ", with files enough");
    }
}
