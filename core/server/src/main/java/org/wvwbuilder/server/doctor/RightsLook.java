package org.wvwbuilder.server.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.wvwbuilder.cli.Findings;

/** Whether the server's user may use its folders, whether all in them is that user's, and nobody else's to read. */
public final class RightsLook {
    private static final String PART = "rights";
    private static final int DEPTH = 4;
    private static final int MOST = 5_000;

    private RightsLook() {}

    public static void examine(Patient patient, Findings findings) throws IOException {
        boolean well = usable("data.directory", patient.data(), findings);
        well &= usable("logs.directory", patient.logs(), findings);
        if (Files.exists(patient.plugins())) well &= usable("plugins.directory", patient.plugins(), findings);
        if (Files.isReadable(patient.data()) && Files.isExecutable(patient.data())) {
            well &= owners(patient.data(), patient, findings);
            well &= secrets(patient, findings);
        }
        if (well) findings.ok(PART, "the folders can be used, and secrets are nobody else's to read");
    }

    private static boolean usable(String setting, Path folder, Findings findings) throws IOException {
        var me = System.getProperty("user.name");
        if (!Files.exists(folder)) {
            var parent = folder.toAbsolutePath();
            while (parent != null && !Files.exists(parent)) parent = parent.getParent();
            if (parent == null || Files.isWritable(parent)) return true;
            findings.problem(
                    PART,
                    "the folder " + folder + " does not exist, and " + me + " may not make it in " + parent,
                    "install -d -o " + me + " -m 750 " + folder + " (as root), or set " + setting);
            return false;
        }
        if (!Files.isDirectory(folder)) {
            findings.problem(PART, folder + " is no folder", "move it away, or set " + setting + " to another");
            return false;
        }
        if (Files.isReadable(folder) && Files.isWritable(folder) && Files.isExecutable(folder)) return true;
        findings.problem(
                PART,
                me + " may not read and write the folder " + folder + " (" + mode(folder) + ", of "
                        + attributes(folder).owner().getName() + ")",
                "run this as the server's user, or give it the folder: chown -R " + me + ": " + folder);
        return false;
    }

    /** What root left in the folder, its user cannot write: the usual end of a command with sudo. */
    private static boolean owners(Path data, Patient patient, Findings findings) throws IOException {
        var owner = attributes(data).owner();
        var strangers = new ArrayList<Path>();
        for (var folder : List.of(data, patient.logs())) {
            if (!Files.isDirectory(folder)) continue;
            try (var all = Files.walk(folder, DEPTH)) {
                for (var path : (Iterable<Path>) all.limit(MOST)::iterator) {
                    if (!attributes(path).owner().equals(owner)) strangers.add(path);
                }
            } catch (java.io.UncheckedIOException hidden) {
                findings.warning(
                        PART, "not all of " + folder + " can be seen: " + hidden.getMessage(), "run this as root");
                return false;
            }
        }
        if (strangers.isEmpty()) return true;
        var first = strangers.getFirst();
        findings.problem(
                PART,
                first + (strangers.size() > 1 ? " and " + (strangers.size() - 1) + " more belong" : " belongs") + " to "
                        + attributes(first).owner().getName() + ", not to the data folder's owner " + owner.getName(),
                "chown -R " + owner.getName() + ": " + data + " " + patient.logs());
        return false;
    }

    private static boolean secrets(Patient patient, Findings findings) throws IOException {
        var secret = new TreeSet<Path>(patient.secretFiles());
        if (patient.secretsInSettings()) secret.add(patient.settings());
        try (var all = Files.walk(patient.data(), DEPTH)) {
            all.filter(path -> path.getFileName().toString().matches(".*(\\.key|\\.db|secret.*)"))
                    .filter(Files::isRegularFile)
                    .forEach(secret::add);
        } catch (java.io.UncheckedIOException hidden) {
            findings.warning(
                    PART, "not all of " + patient.data() + " can be seen: " + hidden.getMessage(), "run this as root");
        }
        boolean well = true;
        for (var file : secret) {
            if (!Files.exists(file) || !open(file, patient.data())) continue;
            // In the data folder one command closes all of it.
            boolean inside = file.toAbsolutePath().startsWith(patient.data().toAbsolutePath());
            findings.problem(
                    PART,
                    "everybody on this machine may read what is secret in " + file + " (" + mode(file) + ")",
                    "chmod o-rwx " + (inside ? patient.data() : file));
            if (inside) return false;
            well = false;
        }
        return well;
    }

    /** Whether others can come to the file: it lets them read, and so do the folders of ours that lead there. */
    private static boolean open(Path file, Path data) throws IOException {
        if (!attributes(file).permissions().contains(PosixFilePermission.OTHERS_READ)) return false;
        if (!file.toAbsolutePath().startsWith(data.toAbsolutePath())) return true;
        for (var folder = file.toAbsolutePath().getParent(); folder != null; folder = folder.getParent()) {
            if (!attributes(folder).permissions().contains(PosixFilePermission.OTHERS_EXECUTE)) return false;
        }
        return true;
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(attributes(path).permissions());
    }

    private static PosixFileAttributes attributes(Path path) throws IOException {
        return Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }
}
