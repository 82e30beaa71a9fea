package org.wvwbuilder.squads.export;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Writes a canvas as PNG (RFC 2083) with a palette of at most 256 colours. */
final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private Png() {}

    /** @param palette red, green and blue of each colour, as 0xRRGGBB */
    static byte[] write(Canvas canvas, int... palette) {
        try {
            var file = new ByteArrayOutputStream();
            var out = new DataOutputStream(file);
            out.write(SIGNATURE);
            chunk(out, "IHDR", header(canvas));
            chunk(out, "PLTE", colours(palette));
            chunk(out, "IDAT", points(canvas));
            chunk(out, "IEND", new byte[0]);
            return file.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] header(Canvas canvas) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(canvas.width);
        out.writeInt(canvas.height);
        // Eight bits, by palette; deflate, the usual filters, not interlaced.
        out.write(new byte[] {8, 3, 0, 0, 0});
        return bytes.toByteArray();
    }

    private static byte[] colours(int... palette) {
        var bytes = new byte[palette.length * 3];
        for (int i = 0; i < palette.length; i++) {
            bytes[3 * i] = (byte) (palette[i] >> 16);
            bytes[3 * i + 1] = (byte) (palette[i] >> 8);
            bytes[3 * i + 2] = (byte) palette[i];
        }
        return bytes;
    }

    private static byte[] points(Canvas canvas) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var deflated = new DeflaterOutputStream(bytes)) {
            for (int y = 0; y < canvas.height; y++) {
                deflated.write(0);
                deflated.write(canvas.row(y));
            }
        }
        return bytes.toByteArray();
    }

    private static void chunk(DataOutputStream out, String name, byte[] data) throws IOException {
        var type = name.getBytes(StandardCharsets.US_ASCII);
        var sum = new CRC32();
        sum.update(type);
        sum.update(data);
        out.writeInt(data.length);
        out.write(type);
        out.write(data);
        out.writeInt((int) sum.getValue());
    }
}
