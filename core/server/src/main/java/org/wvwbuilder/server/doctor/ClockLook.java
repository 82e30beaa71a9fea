package org.wvwbuilder.server.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import org.wvwbuilder.cli.Findings;

/** Whether the machine's clock can be right: sign-ins, backups and jobs go by it. */
public final class ClockLook {
    private static final String PART = "clock";
    private static final String KEEP = "timedatectl set-ntp true";

    private ClockLook() {}

    public static void examine(Patient patient, Findings findings, Instant now)
            throws IOException, InterruptedException {
        var build = patient.home().resolve("lib/build-id");
        if (Files.exists(build) && Files.getLastModifiedTime(build).toInstant().isAfter(now.plus(Duration.ofDays(1)))) {
            findings.problem(PART, "it shows " + now + ", before this release was made", KEEP);
            return;
        }
        var program = Programs.find("timedatectl");
        if (program.isPresent() && Files.isDirectory(java.nio.file.Path.of("/run/systemd/system"))) {
            var said = Programs.run(program.get(), "show", "-p", "NTPSynchronized", "--value");
            if (said.exit() == 0 && said.text().strip().equals("no")) {
                findings.warning(PART, "it is not kept by a time server", KEEP);
                return;
            }
        }
        findings.ok(PART, now.toString());
    }
}
