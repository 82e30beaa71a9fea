package org.wvwbuilder.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wvwbuilder.boot.World;
import org.wvwbuilder.cli.Backstage.Lock;
import org.wvwbuilder.cli.Bulletin;
import org.wvwbuilder.cli.Findings;
import org.wvwbuilder.cli.Launch;
import org.wvwbuilder.data.DataHost;
import org.wvwbuilder.data.Inspection;
import org.wvwbuilder.kernel.Fault;
import org.wvwbuilder.kernel.SettingDescription;
import org.wvwbuilder.kernel.SettingProblem;
import org.wvwbuilder.plugin.Database.DatabaseException;
import org.wvwbuilder.server.doctor.CertificateLook;
import org.wvwbuilder.server.doctor.ClockLook;
import org.wvwbuilder.server.doctor.NginxLook;
import org.wvwbuilder.server.doctor.Patient;
import org.wvwbuilder.server.doctor.PortLook;
import org.wvwbuilder.server.doctor.RightsLook;
import org.wvwbuilder.server.doctor.RoomLook;
import org.wvwbuilder.server.doctor.ServerLook;

/** Looks at one part of the installation after the other. Whatever a look trips over is a finding of its own. */
final class Doctor {
    private final World world;
    private final Findings findings;
    private final List<SettingProblem> problems = new ArrayList<>();
    private final Configuration configuration;

    Doctor(World world, Launch launch, Findings findings) {
        this.world = world;
        this.findings = findings;
        this.configuration = Configuration.readable(world, launch, problems);
    }

    /** A look at one part. */
    private interface Look {
        void look() throws Exception;
    }

    void examine() {
        var settings = new ArrayList<SettingDescription>();
        look("settings", () -> settings(settings));
        var patient = patient(settings);
        var now = Instant.now();
        look("java", () -> RoomLook.java(patient, findings));
        look("port", () -> PortLook.examine(patient, findings));
        look("rights", () -> RightsLook.examine(patient, findings));
        look("disk", () -> RoomLook.disk(patient, findings));
        look("memory", () -> RoomLook.memory(patient, findings));
        look("database", () -> database(patient));
        look("plugins", () -> leftovers(patient));
        look("server", () -> ServerLook.answer(patient, findings));
        var certificates = new ArrayList<Path>();
        look("nginx", () -> certificates.addAll(NginxLook.examine(patient, findings)));
        look("certificate", () -> CertificateLook.examine(patient, Set.copyOf(certificates), findings, now));
        look("clock", () -> ClockLook.examine(patient, findings, now));
        look("backup", () -> ServerLook.backup(patient, findings, now));
        look("log", () -> ServerLook.errors(patient, findings, now));
    }

    private void look(String part, Look look) {
        findings.looking(part);
        try {
            look.look();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (Exception hidden) {
            findings.warning(part, "it cannot be looked at: " + hidden, "run this as root, to see all of it");
        }
    }

    private void settings(List<SettingDescription> all) {
        for (var problem : problems) {
            findings.problem(
                    "settings",
                    problem.toString(),
                    "correct it in " + problem.source() + "; gw2 config shows" + " what is in force");
        }
        all.addAll(configuration.describe());
        var kernel = Stage.found(world, configuration);
        for (var problem : kernel.configure(Configuration.hostTables())) {
            findings.problem(
                    "settings",
                    problem.toString(),
                    "correct it in " + problem.source() + "; gw2 config shows" + " what is in force");
            problems.add(problem);
        }
        if (problems.isEmpty()) findings.ok("settings", "all are valid");
        all.addAll(kernel.settings());
        var refused = kernel.platform().plugins().stream()
                .filter(plugin ->
                        plugin.state().equals("REJECTED") || plugin.state().equals("FAILED"))
                .toList();
        for (var plugin : refused) {
            findings.problem(
                    "plugins", plugin.id() + " is " + plugin.state() + ": " + plugin.reason(), plugin.remedy());
        }
        if (refused.isEmpty())
            findings.ok("plugins", kernel.platform().plugins().size() + " were found, none is refused");
    }

    private Patient patient(List<SettingDescription> settings) {
        var data = configuration.data().directory();
        var seen = Occupation.look(data);
        var http = configuration.http();
        var told = seen.told();
        var port = told.flatMap(Occupation.Told::address)
                .map(java.net.URI::getPort)
                .orElse(http.port());
        var file = Path.of(configuration.settings().fileName());
        return new Patient(
                world.home(),
                file,
                settings.stream()
                        .anyMatch(setting -> setting.value().equals("***")
                                && setting.source()
                                        .equals(configuration.settings().fileName())),
                settings.stream()
                        .filter(setting -> setting.key().matches(".*(key|password|secret)-file")
                                && !setting.value().isEmpty())
                        .map(setting -> world.base().resolve(setting.value()))
                        .filter(Files::exists)
                        .toList(),
                settings.stream()
                        .filter(setting -> setting.key().equals("health.certificate")
                                && !setting.value().isEmpty())
                        .map(SettingDescription::value)
                        .findFirst(),
                data,
                configuration.logs().directory(),
                configuration.pluginsDirectory(),
                configuration.data().freeSpace(),
                http.host(),
                port,
                seen.lock(),
                told.flatMap(Occupation.Told::pid),
                told.flatMap(Occupation.Told::address),
                Bulletin.now(data.resolve(BulletinBoard.FILE)));
    }

    private void database(Patient patient) throws InterruptedException {
        if (configuration.database().url().isPresent()) {
            postgres();
            return;
        }
        var file = patient.data().resolve(DataHost.SQLITE_FILE);
        if (!Files.exists(file)) {
            findings.ok("database", "there is none yet at " + file + ": the first start makes it");
            return;
        }
        if (!Files.isReadable(file)) {
            findings.problem("database", file + " cannot be read", "run this as the owner of " + patient.data());
            return;
        }
        var faults = Inspection.of(file, patient.lock() == Lock.HELD);
        if (faults.isEmpty()) {
            findings.ok("database", "every page of " + file + " is sound, and every reference leads somewhere");
        } else {
            findings.problem(
                    "database",
                    file + " is damaged: " + String.join("; ", faults.subList(0, Math.min(3, faults.size()))),
                    "systemctl stop gw2-backend; cp -a " + patient.data() + " " + patient.data()
                            + ".damaged; gw2 restore");
        }
    }

    /** No warning: somebody may have taken a plugin away for a while. */
    private void leftovers(Patient patient) {
        try {
            var plugins = Leftovers.plugins(world, configuration, Optional.empty());
            for (var left : Leftovers.seen(configuration, plugins, patient.lock() == Lock.HELD)) {
                findings.ok(
                        "plugins",
                        left.id() + " is gone and left " + left.brief() + " in the database: gw2 plugins purge "
                                + left.id() + " deletes that");
            }
        } catch (Fault | DatabaseException unreadable) {
            // What is wrong with the database stands under its own name already.
            return;
        }
    }

    private void postgres() {
        try {
            var facts = Inspection.of(configuration.database());
            findings.ok(
                    "database",
                    facts.engine() + " " + facts.version() + " lets us in and keeps " + (facts.bytes() >> 10)
                            + " KiB; its autovacuum looks after it");
        } catch (Fault refused) {
            findings.problem("database", refused.getMessage(), refused.remedy());
        }
    }
}
