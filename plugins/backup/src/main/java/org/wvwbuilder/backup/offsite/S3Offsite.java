package org.wvwbuilder.backup.offsite;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.wvwbuilder.backup.OffsiteSettings;
import org.wvwbuilder.backup.archive.Progress;
import org.wvwbuilder.backup.archive.SyncedFile;
import org.wvwbuilder.backup.saying.Saying;

/** Sealed copies in a bucket: each an object named after its backup. */
final class S3Offsite implements Offsite {
    private static final String SEALED = ".sealed";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,199}");
    /** An upload that was begun so long ago belongs to a process that is no more. */
    private static final Duration ABANDONED = Duration.ofHours(24);

    private final String name;
    private final OffsiteSettings settings;
    private final KeyRing keys;
    private final Bucket bucket;
    private final InstantSource clock;

    S3Offsite(String name, OffsiteSettings settings, KeyRing keys, Bucket bucket, InstantSource clock) {
        this.name = name;
        this.settings = settings;
        this.keys = keys;
        this.bucket = bucket;
        this.clock = clock;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String location() {
        return settings.endpoint().resolve("/") + settings.bucket() + "/" + settings.prefix();
    }

    @Override
    public void check() {
        bucket.list(settings.prefix());
    }

    @Override
    public Copy store(Path archive, String copy, Progress progress) throws IOException {
        var key = key(copy);
        long bytes = Files.size(archive);
        boolean content = settings.verify() == OffsiteSettings.Verify.CONTENT;
        long total = content ? 2 * bytes : bytes;
        removeAbandoned(key);
        var sum = upload(archive, key, bytes, (done, all) -> progress.at(done, total));
        var head = bucket.head(key).orElseThrow(() -> spoilt(key, null));
        if (head.bytes() != Seal.sealed(bytes)) throw spoilt(key, null);
        if (!content) return copy(copy, head, Copy.State.COPIED);
        try {
            var read =
                    read(key, head, OutputStream.nullOutputStream(), (done, all) -> progress.at(bytes + done, total));
            if (!MessageDigest.isEqual(sum, read)) throw spoilt(key, null);
        } catch (OffsiteFault fault) {
            throw fault.kind() == OffsiteFault.Kind.DAMAGED ? spoilt(key, fault) : fault;
        }
        return copy(copy, head, Copy.State.VERIFIED);
    }

    @Override
    public List<Copy> list() {
        return bucket.list(settings.prefix()).stream()
                .filter(item ->
                        item.key().startsWith(settings.prefix()) && item.key().endsWith(SEALED))
                .filter(item -> NAME.matcher(named(item.key())).matches())
                .map(item -> new Copy(
                        named(item.key()), Math.max(0, Seal.plain(item.bytes())), item.at(), Copy.State.COPIED))
                .sorted(Comparator.comparing(Copy::name).reversed())
                .toList();
    }

    @Override
    public Copy verify(String copy, Progress progress) {
        var head = head(copy);
        try {
            read(key(copy), head, OutputStream.nullOutputStream(), progress);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return copy(copy, head, Copy.State.VERIFIED);
    }

    @Override
    public Copy fetch(String copy, Path target, Progress progress) throws IOException {
        if (Files.exists(target)) throw new FileAlreadyExistsException(target.toString());
        var head = head(copy);
        var part = target.resolveSibling(target.getFileName() + ".part");
        Files.deleteIfExists(part);
        try {
            try (var out = new SyncedFile(part)) {
                read(key(copy), head, out, progress);
                out.flush();
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            SyncedFile.syncFolder(target.toAbsolutePath().getParent());
        } finally {
            Files.deleteIfExists(part);
        }
        return copy(copy, head, Copy.State.VERIFIED);
    }

    @Override
    public boolean delete(String copy) {
        boolean there = bucket.head(key(copy)).isPresent();
        if (there) bucket.delete(key(copy));
        return there;
    }

    @Override
    public void close() {
        bucket.close();
    }

    /** @return the SHA-256 of what was sent, before it was sealed */
    private byte[] upload(Path archive, String key, long bytes, Progress progress) throws IOException {
        try (var in = Files.newInputStream(archive);
                var upload = new Upload(bucket, key, Seal.sealed(bytes))) {
            var sealed = new SealedOutput(upload, keys.sealing());
            var sum = pass(in, sealed, bytes, progress);
            sealed.finish();
            upload.complete();
            return sum;
        }
    }

    /** @return the SHA-256 of what was read, after it was opened */
    private byte[] read(String key, Bucket.Head head, OutputStream out, Progress progress) throws IOException {
        try (var in = new SealedInput(new Download(bucket, key, head), keys)) {
            return pass(in, out, Math.max(0, Seal.plain(head.bytes())), progress);
        }
    }

    private static byte[] pass(InputStream in, OutputStream out, long total, Progress progress) throws IOException {
        var sum = sha256();
        var buffer = new byte[Seal.CHUNK];
        long done = 0;
        for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
            sum.update(buffer, 0, got);
            out.write(buffer, 0, got);
            done += got;
            progress.at(done, total);
        }
        return sum.digest();
    }

    /** What processes left that were ended while they uploaded: nobody sees it, but it has to be paid for. */
    private void removeAbandoned(String key) {
        var before = clock.instant().minus(ABANDONED);
        for (var upload : bucket.unfinished(settings.prefix())) {
            boolean ours =
                    upload.key().startsWith(settings.prefix()) && upload.key().endsWith(SEALED);
            if (upload.key().equals(key) || ours && upload.at().isBefore(before)) {
                bucket.abort(upload.key(), upload.id());
            }
        }
    }

    private OffsiteFault spoilt(String key, Throwable cause) {
        bucket.delete(key);
        return new OffsiteFault(OffsiteFault.Kind.DAMAGED, Saying.SPOILT.of(settings.endpoint()), cause);
    }

    private Bucket.Head head(String copy) {
        return bucket.head(key(copy))
                .orElseThrow(() -> new OffsiteFault(
                        OffsiteFault.Kind.MISSING,
                        "there is no copy " + copy + " at " + location() + ": list those that are there"));
    }

    private String key(String copy) {
        if (!NAME.matcher(copy).matches()) {
            throw new IllegalArgumentException(
                    "a copy cannot have this name: use at most 200 letters, digits, dots, dashes"
                            + " and underscores, and begin with a letter or digit");
        }
        return settings.prefix() + copy + SEALED;
    }

    private String named(String key) {
        return key.substring(settings.prefix().length(), key.length() - SEALED.length());
    }

    private static Copy copy(String name, Bucket.Head head, Copy.State state) {
        return new Copy(name, Math.max(0, Seal.plain(head.bytes())), head.at(), state);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException never) {
            throw new IllegalStateException("every Java runtime has SHA-256", never);
        }
    }
}
