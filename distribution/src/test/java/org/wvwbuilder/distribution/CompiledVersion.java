package org.wvwbuilder.distribution;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;

/** Changes the version that the compiler wrote into a plugin's {@code requires}, as if it had been built against another. */
final class CompiledVersion {

    private CompiledVersion() {}

    /** Both versions must have the same length, so that the constant pool keeps its shape. */
    static void rewrite(Path jar, String from, String to) throws IOException {
        if (from.length() != to.length())
            throw new IllegalArgumentException("'" + to + "' is not as long as '" + from + "'");
        var changed = new ByteArrayOutputStream();
        try (var in = new JarInputStream(Files.newInputStream(jar));
                var out = new JarOutputStream(changed)) {
            for (var entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
                out.putNextEntry(new JarEntry(entry.getName()));
                var bytes = in.readAllBytes();
                out.write(entry.getName().equals("module-info.class") ? replace(bytes, from, to) : bytes);
                out.closeEntry();
            }
        }
        Files.write(jar, changed.toByteArray());
    }

    private static byte[] replace(byte[] bytes, String from, String to) {
        var wanted = from.getBytes(StandardCharsets.US_ASCII);
        for (var i = 0; i + wanted.length <= bytes.length; i++) {
            if (Arrays.equals(wanted, Arrays.copyOfRange(bytes, i, i + wanted.length))) {
                System.arraycopy(to.getBytes(StandardCharsets.US_ASCII), 0, bytes, i, wanted.length);
                return bytes;
            }
        }
        throw new IllegalStateException("the descriptor does not name version " + from);
    }
}
