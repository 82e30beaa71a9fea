package org.wvwbuilder.kernel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Keys and signatures of plugins, for those who make plugins and for those who install them. */
public final class PluginSigning {
    private static final String PUBLIC = ".pub";
    private static final int LONGEST_KEY = 4 << 10;
    private final Surroundings surroundings;
    private final PluginsConfig config;
    private final Signatures signatures;

    PluginSigning(Surroundings surroundings, PluginsConfig config) {
        this.surroundings = surroundings;
        this.config = config;
        this.signatures = new Signatures(config, surroundings.data());
    }

    /**
     * A plugin that was looked at and not run.
     *
     * @param signedBy what the key's owner is called here; empty without a signature
     * @param files their names
     */
    public record Judged(String id, String version, String signedBy, String key, List<String> files) {}

    /** @param plugin its folder, or its zip */
    public Judged verify(Path plugin) throws Fault, IOException {
        if (Files.isDirectory(plugin)) return judged(plugin, true);
        if (!Files.exists(plugin)) throw new Fault(plugin + " does not exist.", "Check its name.");
        var folder = Files.createTempDirectory("wvw-verify-");
        try {
            Unpacking.unpack(plugin, folder);
            return judged(folder, true);
        } finally {
            Folders.delete(folder);
        }
    }

    /** The same, but for what the settings let in unsigned. */
    Judged judge(Path folder) throws Fault {
        return judged(folder, false);
    }

    /** What the owner of the key is called here whose signature was found good. */
    String signer(Path folder) throws Fault {
        var manifest = signatures.verify(folder);
        return TrustedKeys.of(config.trusted(), surroundings.data())
                .owner(manifest.key())
                .orElseThrow();
    }

    private Judged judged(Path folder, boolean signed) throws Fault {
        if (signed && !Manifest.isIn(folder)) {
            throw new Fault("It is not signed.", "Its author signs it with 'gw2 plugins sign'.");
        }
        var manifest = signatures.check(new Candidate(folder, false));
        var facts = facts(folder);
        if (manifest.isPresent()) Signatures.requireId(manifest.get(), facts.id());
        var owner = manifest.isPresent() ? signer(folder) : "";
        return new Judged(
                facts.id(),
                facts.version(),
                owner,
                manifest.map(Manifest::key).orElse(""),
                List.copyOf(FolderSums.of(folder).keySet()));
    }

    private record Facts(String id, String version) {}

    /** What its module says of itself; none of its code runs. */
    private Facts facts(Path folder) throws Fault {
        var modules = new Candidate(folder, false).read();
        Handshake.ofRunningServer().check(modules.plugin());
        var module = PluginLayer.resolve(modules, surroundings.ground()).module();
        return new Facts(
                Descriptor.of(module).id(), module.getDescriptor().rawVersion().orElse(""));
    }

    /**
     * Signs what lies in a folder, and writes the manifest beside it.
     *
     * @param keyFile as {@link #newKey} or openssl makes it, with the public key beside it in FILE.pub
     */
    public Judged sign(Path folder, Path keyFile) throws Fault, IOException {
        if (!Files.isDirectory(folder)) {
            throw new Fault(folder + " is no folder.", "Unpack a zip first; sign the folder, then zip it.");
        }
        var key = privateKey(keyFile);
        var publicKey = publicKey(keyFile.resolveSibling(keyFile.getFileName() + PUBLIC));
        var sums = FolderSums.of(folder);
        var facts = facts(folder);
        var manifest = Manifest.sign(facts.id(), publicKey.key(), sums, key);
        if (!manifest.genuine()) {
            throw new Fault(
                    keyFile + " and " + keyFile + PUBLIC + " are not of one pair.",
                    "openssl pkey -in " + keyFile + " -pubout -out " + keyFile + PUBLIC + " makes the second anew.");
        }
        Folders.write(folder.resolve(Manifest.FILE), manifest.text());
        return new Judged(facts.id(), facts.version(), publicKey.name(), manifest.key(), List.copyOf(sums.keySet()));
    }

    private static PrivateKey privateKey(Path file) throws Fault, IOException {
        if (!Files.isRegularFile(file)) {
            throw new Fault("There is no key " + file + ".", "'gw2 plugins keys new " + file + "' makes one.");
        }
        if (holdsPublicKey(file)) {
            throw new Fault(
                    file + " is a public key.",
                    "Give the private one that it was made with"
                            + (file.toString().endsWith(PUBLIC)
                                    ? ": "
                                            + file.toString()
                                                    .substring(
                                                            0, file.toString().length() - PUBLIC.length())
                                    : "")
                            + ".");
        }
        if (Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ)) {
            throw new Fault("Everybody can read the private key " + file + ".", "chmod 600 " + file + ".");
        }
        try {
            return Ed25519.privateKey(read(file));
        } catch (IllegalArgumentException e) {
            throw new Fault(file + " is " + e.getMessage() + ".", "'gw2 plugins keys new FILE' makes one.", e);
        }
    }

    private static TrustedKeys.Named publicKey(Path file) throws Fault, IOException {
        if (!Files.isRegularFile(file)) {
            throw new Fault("The public key " + file + " is missing.", "It belongs beside the private one.");
        }
        return named(file.toString(), read(file));
    }

    private static boolean holdsPublicKey(Path file) throws IOException {
        try {
            TrustedKeys.Named.of(read(file));
            return true;
        } catch (IllegalArgumentException other) {
            return false;
        }
    }

    /** The beginning, whatever is in it: what is no text cannot be a key, and is no reason to fail. */
    private static String read(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(LONGEST_KEY), StandardCharsets.UTF_8);
        }
    }

    /**
     * A public key out of a text that is never told: it may be the private one.
     *
     * @param where to say that it stands
     */
    private static TrustedKeys.Named named(String where, String text) throws Fault {
        try {
            return TrustedKeys.Named.of(text);
        } catch (IllegalArgumentException e) {
            if (looksPrivate(text)) {
                throw new Fault(
                        where + " looks like a private key, which is nobody's to see but its author's.",
                        "The public one is meant, which 'gw2 plugins keys new' writes into FILE.pub beside it.");
            }
            throw new Fault(
                    where + " is " + e.getMessage() + ".",
                    "A public key is 44 letters of base64; its author tells it.",
                    e);
        }
    }

    private static boolean looksPrivate(String text) {
        if (text.contains("PRIVATE KEY")) return true;
        try {
            Ed25519.privateKey(text);
            return true;
        } catch (IllegalArgumentException no) {
            return false;
        }
    }

    /** A pair of keys in two files. */
    public record Made(String publicKey, String privateFile, String publicFile) {}

    /** @throws Fault when there is a file of this name: keys are not written over */
    public Made newKey(Path file) throws Fault, IOException {
        var other = file.resolveSibling(file.getFileName() + PUBLIC);
        for (var there : List.of(file, other)) {
            if (Files.exists(there, LinkOption.NOFOLLOW_LINKS)) {
                throw new Fault(there + " is there already.", "Choose another name: a key that is gone is gone.");
            }
        }
        var pair = Ed25519.generate();
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, pair.pem());
        Files.writeString(other, pair.publicKey() + "\n");
        return new Made(pair.publicKey(), file.toString(), other.toString());
    }

    /** A key that is trusted from now on. */
    public record Trusted(String publicKey, String name, String file) {}

    /**
     * Has a key's signatures count, by a file in the data folder.
     *
     * @param text the key, or the file that it stands in
     * @param name what to call its owner; empty for what the text says
     */
    public Trusted trust(String text, String name) throws Fault, IOException {
        var file = text.contains("\0") ? Path.of("") : Path.of(text);
        var key = Files.isRegularFile(file)
                ? named(text, read(file))
                : named("This is the name of no file, and it", text);
        var owner = (name.isEmpty() ? key.name() : name).replaceAll("\\s+", " ").strip();
        var folder = Files.createDirectories(TrustedKeys.folder(surroundings.data()));
        var target = folder.resolve(fileName(owner, key.key()));
        Folders.write(target, (key.key() + " " + owner).strip() + "\n");
        return new Trusted(key.key(), owner, target.toString());
    }

    /** A part of the key in it keeps two owners of one name apart. */
    private static String fileName(String owner, String key) {
        var parts = new ArrayList<String>();
        var readable =
                owner.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        if (!readable.isEmpty()) parts.add(readable.substring(0, Math.min(40, readable.length())));
        parts.add(key.replaceAll("[^A-Za-z0-9]", "").substring(0, 12));
        return String.join("-", parts) + PUBLIC;
    }
}
