package org.wvwbuilder.backup.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Whatever somebody gives for a backup is refused with a remedy and leaves nothing, or is unpacked to what its manifest names,
 * all of it below the folder. The first byte chooses: a whole file; a manifest and, behind lines {@code ---}, the name of a
 * file, a line break and what is in it, put together with right sums.
 */
public final class ArchiveFuzzTarget {
    private static final Path FOLDER = folder();
    private static final String BETWEEN = "\n---\n";

    private ArchiveFuzzTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        takes(input);
    }

    /** @return whether it was no refusal */
    static boolean takes(byte[] input) {
        if (input.length == 0) return false;
        var rest = Arrays.copyOfRange(input, 1, input.length);
        try {
            var file = Files.write(FOLDER.resolve("copy"), (input[0] & 1) == 0 ? rest : framed(rest));
            return unpacks(file, FOLDER.resolve("to"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static boolean unpacks(Path file, Path to) throws IOException {
        var archive = new ArchiveReader(file);
        Manifest manifest;
        try {
            manifest = archive.unpack(to, Progress.NONE);
        } catch (ArchiveFault refused) {
            require(refused.getMessage().matches("(?s).*[:;] .*"), "no remedy: " + refused.getMessage());
            require(refusesToo(archive), "unpacking refuses what verifying does not");
            require(Sample.tree(FOLDER).equals(List.of("copy")), "something is left");
            return false;
        } catch (IOException disk) {
            require(disk.getMessage().contains("are free: make room"), "another failure: " + disk);
            return false;
        }
        require(archive.verify(Progress.NONE).equals(manifest), "verifying sees another backup");
        for (var member : manifest.files()) {
            require(Files.size(to.resolve(member.name())) == member.bytes(), "another length of " + member.name());
        }
        new Unpacking.Into(to).remove();
        require(Sample.tree(FOLDER).equals(List.of("copy")), "something is outside");
        return true;
    }

    private static boolean refusesToo(ArchiveReader archive) throws IOException {
        try {
            archive.verify(Progress.NONE);
            return false;
        } catch (ArchiveFault refused) {
            return true;
        }
    }

    private static byte[] framed(byte[] input) throws IOException {
        var parts = new String(input, StandardCharsets.ISO_8859_1).split(BETWEEN, -1);
        var first = new ByteArrayOutputStream();
        entry(first, Manifest.NAME, bytes(parts[0]));
        var second = new ByteArrayOutputStream();
        for (int i = 1; i < parts.length; i++) {
            int line = parts[i].indexOf('\n');
            entry(second, parts[i].substring(0, Math.max(0, line)), bytes(parts[i].substring(line + 1)));
        }
        second.write(new byte[2 * TarHeader.BLOCK]);
        var out = new ByteArrayOutputStream();
        Sample.member(out, GzipFraming.first(), first.toByteArray());
        Sample.member(out, GzipFraming.second(), second.toByteArray());
        out.write(GzipFraming.last(Sha256.start().digest(out.toByteArray())));
        return out.toByteArray();
    }

    private static void entry(ByteArrayOutputStream tar, String name, byte[] content) throws IOException {
        tar.write(TarHeader.of(
                name.substring(0, Math.min(name.length(), Member.LONGEST_NAME)),
                content.length,
                Sample.CREATED.getEpochSecond()));
        tar.write(content);
        tar.write(new byte[TarHeader.padding(content.length)]);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Path folder() {
        try {
            var folder = Files.createTempDirectory("archives");
            folder.toFile().deleteOnExit();
            folder.resolve("copy").toFile().deleteOnExit();
            return folder;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) throw new AssertionError(otherwise);
    }
}
