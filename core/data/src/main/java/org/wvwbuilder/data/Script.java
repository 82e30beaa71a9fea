package org.wvwbuilder.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.flywaydb.core.api.resource.LoadableResource;

/** One migration script, read. */
final class Script extends LoadableResource {
    private final String file;
    private final int version;
    private final String sql;

    /** @param file without its folder: {@code V1__builds.sql} */
    Script(String file, int version, String sql) {
        this.file = file;
        this.version = version;
        this.sql = sql;
    }

    int version() {
        return version;
    }

    /** The sum that Flyway writes into the history: of all lines, whatever ends them. */
    int checksum() {
        var sum = new CRC32();
        try (var lines = new BufferedReader(read())) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                sum.update(line.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return (int) sum.getValue();
    }

    String text() {
        return sql;
    }

    @Override
    public Reader read() {
        return new StringReader(sql);
    }

    @Override
    public String getFilename() {
        return file;
    }

    @Override
    public String getAbsolutePath() {
        return file;
    }

    @Override
    public String getAbsolutePathOnDisk() {
        return file;
    }

    @Override
    public String getRelativePath() {
        return file;
    }
}
