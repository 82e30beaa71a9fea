package org.wvwbuilder.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.wvwbuilder.testing.Await;
import org.wvwbuilder.testing.Parts;

/** Lets the kernel refuse or delay calls of a running server, by strace, until it is closed. */
final class Tracer implements AutoCloseable {
    private final Process process;

    private Tracer(Process process) {
        this.process = process;
    }

    /** @param fault as strace's {@code inject} wants it: {@code fsync:error=EIO} */
    static Tracer on(RunningServer server, String fault) throws IOException {
        Parts.program("strace", "apt-get install strace");
        var calls = fault.substring(0, fault.indexOf(':'));
        var told = Files.createTempFile("strace", ".txt");
        var process = new ProcessBuilder(
                        "strace", "-f", "-p", "" + server.pid(), "-e", "trace=" + calls, "-e", "inject=" + fault)
                .redirectErrorStream(true)
                .redirectOutput(told.toFile())
                .start();
        var tracer = new Tracer(process);
        try {
            Await.until("strace has attached", Duration.ofSeconds(60), () -> attached(process, told));
        } catch (Throwable failed) {
            tracer.close();
            throw failed;
        }
        return tracer;
    }

    private static boolean attached(Process process, Path told) throws IOException {
        var text = Files.readString(told);
        boolean refused = !process.isAlive() && text.contains("ptrace");
        Parts.need(!refused, "the right to trace another process", "run the tests as root, with CAP_SYS_PTRACE");
        return text.contains("attached");
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(20, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
