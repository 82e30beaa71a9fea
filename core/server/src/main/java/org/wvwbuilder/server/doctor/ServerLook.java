package org.wvwbuilder.server.doctor;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.wvwbuilder.cli.Bulletin;
import org.wvwbuilder.cli.Findings;
import org.wvwbuilder.cli.LastErrors;
import org.wvwbuilder.cli.Probe;

/** Whether the server answers, what it says about itself, and what it logged. */
public final class ServerLook {
    private static final String START = "systemctl start gw2-backend, or gw2 run";
    private static final int ERRORS = 50;
    private static final Duration BACKUP_AGE = Duration.ofDays(8);

    private ServerLook() {}

    public static void answer(Patient patient, Findings findings) {
        switch (patient.lock()) {
            case FREE -> findings.problem("server", "it does not run", START);
            case LEFT ->
                findings.problem(
                        "server",
                        "it ended without taking its leave: a crash, or somebody killed it",
                        "see why with 'gw2 logs -e' and 'journalctl -u gw2-backend', then " + START);
            case HIDDEN ->
                findings.problem(
                        "server",
                        "this user may not see whether it runs",
                        "run this as the owner of " + patient.data() + ", or as root");
            case HELD -> asked(patient, findings);
        }
    }

    private static void asked(Patient patient, Findings findings) {
        var probe = patient.address().map(address -> new Probe(address, ""));
        var where = patient.address().map(String::valueOf).orElse("its port");
        var health = probe.flatMap(server -> server.get("/api/v1/health"));
        if (health.isEmpty()) {
            findings.problem(
                    "server",
                    "its process lives, but nothing answers at " + where,
                    "see 'gw2 logs -n 50'; if it does not answer within a minute: systemctl restart gw2-backend");
            return;
        }
        var ready = probe.flatMap(server -> server.get("/api/v1/health/ready"))
                .filter(reply -> reply.status() == 200)
                .isPresent();
        var status = health.get().text("status").orElse("unknown");
        if (!ready)
            findings.problem("server", "it answers at " + where + " and is not ready for requests", "gw2 logs -e");
        else if (status.equals("ok")) findings.ok("server", "it answers at " + where + " and is well");
        else {
            var what = "it answers at " + where + " and is " + status;
            if (status.equals("degraded")) findings.warning("server", what, "see the lines about its health");
            else findings.problem("server", what, "see the lines about its health");
        }
        patient.bulletin().ifPresent(told -> told.checks().forEach(check -> check(check, findings)));
    }

    /** The reasons of checks end with what to do. */
    private static void check(Bulletin.CheckBrief check, Findings findings) {
        int cut = check.why().indexOf("; ");
        var what = check.name() + ": " + (cut < 0 ? check.why() : check.why().substring(0, cut));
        var remedy = cut < 0 ? "" : check.why().substring(cut + 2);
        if (check.status().equals("down")) findings.problem("health", what, remedy);
        else findings.warning("health", what, remedy);
    }

    public static void backup(Patient patient, Findings findings, Instant now) {
        if (patient.bulletin().isEmpty()) {
            findings.warning("backup", "no server has told of backups here yet", "start the server, then: gw2 backup");
            return;
        }
        var proven = patient.bulletin().flatMap(Bulletin::provenBackup);
        var failed = patient.bulletin()
                .flatMap(Bulletin::failedBackup)
                .filter(job -> proven.isEmpty()
                        || job.ended().filter(proven.get()::isBefore).isPresent());
        if (failed.isPresent()) {
            findings.problem(
                    "backup", "the scheduled one failed: " + failed.get().detail(), "mend that, then: gw2 backup");
        } else if (proven.isEmpty()) {
            findings.warning("backup", "the server knows of no proven one", "gw2 backup");
        } else if (proven.get().isBefore(now.minus(BACKUP_AGE))) {
            findings.warning("backup", "the newest proven one was made on " + proven.get(), "gw2 backup");
        } else {
            findings.ok("backup", "the newest was made on " + proven.get() + " and proven by a restore drill");
        }
    }

    public static void errors(Patient patient, Findings findings, Instant now) {
        var log = patient.logs().resolve("gw2.log");
        var errors = LastErrors.in(log, ERRORS);
        if (errors.isEmpty()) {
            if (Files.exists(log)) findings.warning("log", log + " cannot be read by this user", "run this as root");
            else findings.ok("log", "there is none yet at " + log);
            return;
        }
        var recent = errors.get().stream()
                .filter(line -> line.at().isAfter(now.minus(Duration.ofDays(1))))
                .toList();
        var first = recent.isEmpty() ? Optional.<LastErrors.Line>empty() : Optional.of(recent.getFirst());
        if (first.isEmpty()) findings.ok("log", "no errors within a day");
        else {
            findings.warning(
                    "log",
                    recent.size() + (recent.size() == ERRORS ? " or more" : "") + " errors within a day, the newest: "
                            + first.get().message(),
                    "gw2 logs -e");
        }
    }
}
