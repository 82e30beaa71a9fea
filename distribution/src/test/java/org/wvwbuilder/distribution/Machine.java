package org.wvwbuilder.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.wvwbuilder.testing.Await;

/**
 * A Debian of its own in which systemd is process 1 and root may do as he likes; {@code machine.sh} tells how. It forgets
 * everything when it is closed.
 */
final class Machine implements AutoCloseable {
    static final String UNIT = "gw2-backend.service";
    private static final int LONGEST_COMMAND_SECONDS = 120;
    private static final List<String> APART =
            List.of("unshare", "--pid", "--mount", "--fork", "--cgroup", "--ipc", "--uts", "--net");

    private final Process process;
    private final Path folder;

    private Machine(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
    }

    /** Starts one that sees the folder with the tarball's files; skips the test where that cannot be. */
    static Machine start(Path folder) throws IOException, InterruptedException {
        require();
        var script = Path.of("src/test/resources/machine.sh").toAbsolutePath();
        var work = Files.createDirectories(folder.resolve("machine"));
        var process = new ProcessBuilder(
                        "sh", script.toString(), work.toString(), Tarball.home().toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("machine.out").toFile())
                .start();
        var machine = new Machine(process, folder);
        try {
            Await.until("systemd has started", Duration.ofSeconds(60), machine::booted);
        } catch (Throwable failed) {
            machine.close();
            throw failed;
        }
        return machine;
    }

    private static void require() throws IOException, InterruptedException {
        var ci = "true".equals(System.getenv("CI"));
        var systemd = Files.isExecutable(Path.of("/lib/systemd/systemd"));
        if (ci) assertThat(systemd).as("CI installs systemd, see .ci/run").isTrue();
        Assumptions.assumeTrue(systemd, "no systemd here: apt-get install systemd");
        Assumptions.assumeTrue(
                "root".equals(System.getProperty("user.name")), "only root may make a machine: run mvn as root");
        var line = new ArrayList<>(APART);
        line.add("true");
        var tried = new ProcessBuilder(line).redirectErrorStream(true).start();
        var told = new String(tried.getInputStream().readAllBytes()).strip();
        // Not ours to mend, in CI neither: a container needs --privileged for this.
        Assumptions.assumeTrue(tried.waitFor() == 0, "the kernel refuses '" + String.join(" ", line) + "': " + told);
    }

    private boolean booted() throws IOException, InterruptedException {
        if (!process.isAlive()) throw new IOException(Files.readString(folder.resolve("machine.out")));
        var state = systemd().isPresent()
                ? run("systemctl", "is-system-running").out().strip()
                : "";
        return state.equals("running") || state.equals("degraded");
    }

    private Optional<Long> systemd() {
        return process.children().findFirst().map(ProcessHandle::pid);
    }

    /** Runs a program in there to its end, as root. */
    Gw2.Ended run(String... words) throws IOException, InterruptedException {
        return type("", words);
    }

    Gw2.Ended type(String input, String... words) throws IOException, InterruptedException {
        var line = new ArrayList<>(
                List.of("nsenter", "-t", String.valueOf(systemd().orElseThrow()), "-a", "--"));
        line.addAll(List.of(words));
        var out = Files.createTempFile(folder, "out", "");
        var err = Files.createTempFile(folder, "err", "");
        var builder = new ProcessBuilder(line).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LANG", "C.UTF-8"));
        var started = builder.start();
        try (var stdin = started.outputWriter()) {
            stdin.write(input);
        } catch (IOException e) {
            if (started.isAlive()) throw e; // it may end without reading
        }
        if (!started.waitFor(LONGEST_COMMAND_SECONDS, TimeUnit.SECONDS)) {
            started.destroyForcibly();
            throw new AssertionError(String.join(" ", words) + " took longer than " + LONGEST_COMMAND_SECONDS + " s");
        }
        return new Gw2.Ended(started.exitValue(), Files.readString(out), Files.readString(err));
    }

    /** The same, and it has to go well. */
    String done(String... words) throws IOException, InterruptedException {
        var ended = run(words);
        assertThat(ended.exit())
                .as(String.join(" ", words) + "\n" + ended.output())
                .isZero();
        return ended.out();
    }

    /** A script for bash that has to go well. */
    String bash(String script) throws IOException, InterruptedException {
        return done("bash", "-euc", script);
    }

    /** What systemd says of the server's unit. */
    String shows(String property) throws IOException, InterruptedException {
        return done("systemctl", "show", UNIT, "-P", property).strip();
    }

    /** Lines of the unit's journal. */
    List<String> journal(String unit) throws IOException, InterruptedException {
        return done("journalctl", "-u", unit, "-o", "cat", "--no-pager").lines().toList();
    }

    /** The status line of a page, read without any tool that would have to be installed. */
    String get(String path) throws IOException, InterruptedException {
        return run("bash", "-c", """
                exec 3<>/dev/tcp/127.0.0.1/8000 || exit
                printf 'GET %s HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' "$0" >&3
                head -n 1 <&3
                """, path).out().strip();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(20, TimeUnit.SECONDS)) throw new IOException("the machine does not end");
        var group = Files.readAllLines(folder.resolve("machine.out")).stream()
                .filter(line -> line.startsWith("group "))
                .map(line -> Path.of(line.substring(6)))
                .findFirst();
        if (group.isPresent())
            Await.until("its control groups are empty", Duration.ofSeconds(10), () -> removed(group.get()));
    }

    private static boolean removed(Path group) throws IOException {
        try (var all = Files.walk(group)) {
            for (var each : all.filter(Files::isDirectory)
                    .sorted(Comparator.reverseOrder())
                    .toList()) {
                Files.delete(each);
            }
            return true;
        } catch (UncheckedIOException | java.nio.file.FileSystemException busy) {
            return false;
        }
    }
}
