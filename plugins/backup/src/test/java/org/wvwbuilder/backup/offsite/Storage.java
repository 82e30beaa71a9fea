package org.wvwbuilder.backup.offsite;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.wvwbuilder.backup.OffsiteSettings;
import org.wvwbuilder.testing.Await;
import org.wvwbuilder.testing.Ports;

/** S3Proxy in a process of its own, with its objects in a folder. */
public final class Storage implements AutoCloseable {
    public static final String BUCKET = "guild-backups";
    public static final String ID = "access-key";
    static final String SECRET = "secret/of+the=key";

    private final Path folder;
    private final Process process;
    private final int port = Ports.free();

    public Storage(Path folder) throws IOException {
        this.folder = folder;
        var objects = Files.createDirectories(folder.resolve("objects"));
        var settings = Files.writeString(folder.resolve("s3proxy.conf"), """
                s3proxy.endpoint=http://127.0.0.1:%d
                s3proxy.authorization=aws-v4
                s3proxy.identity=%s
                s3proxy.credential=%s
                jclouds.provider=filesystem
                jclouds.identity=any
                jclouds.credential=any
                jclouds.filesystem.basedir=%s
                """.formatted(port, ID, SECRET, objects));
        var jars = Files.readString(Path.of("s3proxy/target/s3proxy.txt")).strip();
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-Xmx384m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        jars,
                        "org.gaul.s3proxy.Main",
                        "--properties",
                        settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("s3proxy.log").toFile())
                .start();
        try {
            Await.until("S3Proxy listens", Duration.ofMinutes(2), this::listens);
            makeBucket();
        } catch (Throwable failed) {
            close();
            throw failed;
        }
    }

    public int port() {
        return port;
    }

    OffsiteSettings settings(int through, String bucket, OffsiteSettings.Verify verify) {
        return new OffsiteSettings(
                URI.create("http://127.0.0.1:" + through),
                "eu-central-1",
                bucket,
                "gw2/nightly/",
                ID,
                Optional.empty(),
                Optional.empty(),
                verify,
                true);
    }

    /** @param clock tells how old uploads are; requests are signed at the true time, as the storage wants it */
    S3Offsite place(OffsiteSettings settings, KeyRing keys, InstantSource clock, Duration answer) {
        var wire = wire(settings, SECRET, InstantSource.system(), answer);
        return new S3Offsite("far", settings, keys, new Bucket(wire, new Faults("far", settings)), clock);
    }

    S3Offsite place(KeyRing keys) {
        return place(settings(port, BUCKET, OffsiteSettings.Verify.CONTENT), keys, InstantSource.system(), Wire.ANSWER);
    }

    static Wire wire(OffsiteSettings settings, String secret, InstantSource clock, Duration answer) {
        // Nobody waits in tests: the pauses are counted by those that care.
        return new Wire(settings, new Signature(ID, secret, settings.region()), clock, pause -> {}, answer);
    }

    Bucket bucket() {
        var settings = settings(port, BUCKET, OffsiteSettings.Verify.CONTENT);
        return new Bucket(wire(settings, SECRET, InstantSource.system(), Wire.ANSWER), new Faults("far", settings));
    }

    /** The file that the storage keeps an object in. */
    public Path object(String name) {
        return folder.resolve("objects").resolve(BUCKET).resolve("gw2/nightly").resolve(name + ".sealed");
    }

    KeyRing keys() throws IOException {
        return KeyRing.create(folder.resolve("offsite.key"));
    }

    /** For a process of its own. */
    public Path secretFile() throws IOException {
        var file = Files.writeString(folder.resolve("secret"), SECRET);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    /** Takes the bucket away until closed. */
    public Closeable away() throws IOException {
        var bucket = folder.resolve("objects").resolve(BUCKET);
        var attic = folder.resolve("away");
        Files.move(bucket, attic);
        return () -> Files.move(attic, bucket);
    }

    private boolean listens() throws IOException {
        if (!process.isAlive()) throw new IOException(Files.readString(folder.resolve("s3proxy.log")));
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        }
    }

    private void makeBucket() throws IOException {
        var settings = settings(port, BUCKET, OffsiteSettings.Verify.CONTENT);
        try (var wire = wire(settings, SECRET, InstantSource.system(), Wire.ANSWER)) {
            var reply = wire.send(Request.of("PUT", ""));
            if (!reply.ok()) throw new IOException(reply.status() + " " + reply.code());
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
