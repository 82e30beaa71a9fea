package org.wvwbuilder.logs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.logs.entry.LineFormat;
import org.wvwbuilder.logs.entry.NginxFormat;
import org.wvwbuilder.logs.entry.ServerFormat;
import org.wvwbuilder.logs.read.Family;
import org.wvwbuilder.logs.read.FileSource;
import org.wvwbuilder.logs.read.Journal;
import org.wvwbuilder.logs.read.LogSource;

/** The logs that the configuration names. They are chosen by id: no path ever comes from a caller. */
final class Sources {
    static final List<String> IDS =
            List.of("application", "access", "nginx-access", "nginx-error", "journal", "backups");

    private final List<LogSource> all;
    /** The server's own: the only ones that cleaning touches. */
    private final List<Family> own;

    Sources(Path folder, LogsSettings settings) {
        var application = new Family(folder.resolve("gw2.log"));
        var access = new Family(folder.resolve("access.log"));
        own = List.of(application, access);
        all = List.of(
                new FileSource("application", application, new ServerFormat()),
                new FileSource("access", access, new ServerFormat()),
                file("nginx-access", settings.nginxAccess(), NginxFormat.ACCESS),
                file("nginx-error", settings.nginxError(), NginxFormat.ERROR),
                new Journal("journal", settings.journalctl(), settings.unit()),
                file("backups", settings.backups(), new ServerFormat()));
    }

    private static LogSource file(String id, Path path, LineFormat format) {
        return new FileSource(id, new Family(path), format);
    }

    List<LogSource> present() {
        return all.stream().filter(LogSource::present).toList();
    }

    Optional<LogSource> present(String id) {
        return known(id).filter(LogSource::present);
    }

    Optional<LogSource> known(String id) {
        return all.stream().filter(source -> source.id().equals(id)).findFirst();
    }

    List<Family> own() {
        return own;
    }
}
