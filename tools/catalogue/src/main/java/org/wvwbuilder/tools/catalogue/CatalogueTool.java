package org.wvwbuilder.tools.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.wvwbuilder.builds.catalogue.SheetWriter;

/** The command: a folder of tables, the name of the edition, and the file to write. */
public final class CatalogueTool {
    private static final Pattern EDITION = Pattern.compile("(\\d{4}-\\d{2})(?:\\+(\\d+))?");

    private CatalogueTool() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 3) {
            throw new IllegalArgumentException("Give three arguments: folder of tables, edition, file to write.");
        }
        write(Path.of(args[0]), args[1], Path.of(args[2]));
    }

    static void write(Path tables, String edition, Path file) throws IOException {
        var named = EDITION.matcher(edition);
        if (!named.matches()) {
            throw new IllegalArgumentException("Write the edition as 2026-08 or 2026-08+183221, not " + edition + ".");
        }
        var sheet = new SheetWriter();
        var build = named.group(2);
        sheet.text(named.group(1)).optional(Optional.ofNullable(build).map(Integer::valueOf));
        new Tables(tables, sheet).writeAll();
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, sheet.finish());
    }
}
