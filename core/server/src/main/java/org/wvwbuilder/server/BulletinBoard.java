package org.wvwbuilder.server;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wvwbuilder.cli.Bulletin;
import org.wvwbuilder.cli.Json;
import org.wvwbuilder.data.DataHost;
import org.wvwbuilder.kernel.Kernel;
import org.wvwbuilder.plugin.Jobs;
import org.wvwbuilder.plugin.Platform;

/**
 * Tells how the server is, for {@code gw2 status} and {@code gw2 doctor}, without an account, to whoever may read the data folder:
 * at once when it is asked, and every twenty seconds in a file, for when the server is gone or does not answer.
 */
final class BulletinBoard implements AutoCloseable {
    static final String FILE = "server.json";

    private static final System.Logger LOG = System.getLogger(BulletinBoard.class.getName());
    private static final Duration PERIOD = Duration.ofSeconds(20);
    private static final Duration AT_FIRST = Duration.ofMillis(500);

    private final Path file;
    private final Kernel kernel;
    private final Platform platform;
    private final DataHost data;
    private final Jobs jobs;
    private final Thread thread;
    private Optional<EnquiryDesk> desk = Optional.empty();

    private BulletinBoard(Path directory, Kernel kernel, DataHost data, Jobs jobs) {
        this.file = directory.resolve(FILE);
        this.kernel = kernel;
        this.platform = kernel.platform();
        this.data = data;
        this.jobs = jobs;
        this.thread = Thread.ofVirtual().name("bulletin").unstarted(this::repeat);
    }

    static BulletinBoard start(Path directory, Kernel kernel, DataHost data, Jobs jobs) {
        var board = new BulletinBoard(directory, kernel, data, jobs);
        board.desk = EnquiryDesk.open(Bulletin.socket(board.file), board::now);
        board.thread.start();
        return board;
    }

    /** A command may have changed a moment ago what the checks complained of. */
    private String now() {
        kernel.examine();
        return Json.write(bulletin());
    }

    private void repeat() {
        try {
            // Often at first: whoever started it asks at once how it is, and the first jobs begin meanwhile.
            for (var pause = AT_FIRST;
                    true;
                    pause = pause.compareTo(PERIOD.dividedBy(2)) < 0 ? pause.multipliedBy(2) : PERIOD) {
                Thread.sleep(pause);
                writeSurviving();
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void writeSurviving() {
        try {
            write();
        } catch (IOException | RuntimeException failed) {
            LOG.log(Level.DEBUG, "how the server is could not be written to " + file, failed);
        }
    }

    private void write() throws IOException {
        var part = file.resolveSibling(FILE + ".part");
        Files.deleteIfExists(part);
        Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r-----")));
        Files.writeString(part, Json.write(bulletin()));
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Bulletin bulletin() {
        var health = platform.health();
        var facts = data.facts();
        return new Bulletin(
                Instant.now(),
                platform.version(),
                Runtime.version().toString(),
                facts.engine() + " " + facts.version(),
                facts.schema().entrySet().stream()
                        .map(owner -> owner.getKey() + " " + owner.getValue())
                        .collect(Collectors.joining(", ")),
                facts.bytes(),
                provenBackup(),
                health.status(),
                health.checks().stream()
                        .filter(check -> !check.status().equals("ok"))
                        .map(check -> new Bulletin.CheckBrief(
                                check.plugin() + "/" + check.name(), check.status(), check.why()))
                        .toList(),
                briefs(),
                Optional.of(platform.plugins().stream()
                        .filter(plugin -> plugin.state().equals("REJECTED")
                                || plugin.state().equals("FAILED"))
                        .toList()),
                platform.plugins().stream()
                        .map(plugin -> new Bulletin.PluginBrief(
                                plugin.id(), plugin.version(), plugin.state(), platform.activity(plugin.id())))
                        .toList());
    }

    /** The plugin that makes backups tells of them in its gauges, also of those that a command made. */
    private Optional<Instant> provenBackup() {
        var age = kernel.reading("backup", "age");
        return age.isEmpty()
                ? Optional.empty()
                : Optional.of(Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds((long) age.getAsDouble()));
    }

    private List<Bulletin.JobBrief> briefs() {
        return jobs.all().stream()
                .map(job -> new Bulletin.JobBrief(
                        job.plugin() + "/" + job.name(),
                        job.next(),
                        job.last().map(Jobs.Run::outcome).orElse(""),
                        job.last().flatMap(run -> run.ended().or(() -> Optional.of(run.started()))),
                        job.last().map(Jobs.Run::detail).orElse("")))
                .toList();
    }

    @Override
    public void close() throws IOException {
        thread.interrupt();
        if (desk.isPresent()) desk.get().close();
    }
}
