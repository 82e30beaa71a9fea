package org.wvwbuilder.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** A folder as an author packs it, and the author's keys. */
record SignedFolder(Path path, Ed25519.Pair author) {

    /** Two jars and a text, signed. */
    static SignedFolder make(Path path, String id) throws Exception {
        Files.createDirectories(path);
        jar(path.resolve("kill-feed.jar"), "kill/feed.txt");
        jar(path.resolve("library.jar"), "library.txt");
        Files.writeString(path.resolve("LICENSE"), "yours");
        var folder = new SignedFolder(path, Ed25519.generate());
        folder.sign(id);
        return folder;
    }

    void sign(String id) throws Exception {
        var manifest = Manifest.sign(
                id, author.publicKey(), new TreeMap<>(FolderSums.of(path)), Ed25519.privateKey(author.pem()));
        write(manifest.text());
    }

    Path manifest() {
        return path.resolve(Manifest.FILE);
    }

    String text() throws IOException {
        return Files.readString(manifest());
    }

    void write(String text) throws IOException {
        Files.writeString(manifest(), text);
    }

    private static void jar(Path jar, String entry) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry(entry));
            out.write(entry.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            out.closeEntry();
        }
    }
}
