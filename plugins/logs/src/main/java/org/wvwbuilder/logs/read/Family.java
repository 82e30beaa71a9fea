package org.wvwbuilder.logs.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * A log with those that were rotated away from it: {@code gw2.2026-11-24.0.log.gz} as the server names them, {@code
 * access.log.2.gz} or {@code access.log-20261124} as logrotate does.
 */
public record Family(Path active) {
    private static final Pattern OURS = Pattern.compile("\\.(\\d{4})-(\\d\\d)-(\\d\\d)\\.(\\d{1,6})\\.log(\\.gz)?");
    private static final Pattern NUMBERED = Pattern.compile("\\.(\\d{1,6})(\\.gz)?");
    private static final Pattern DATED = Pattern.compile("-(\\d{8})(?:-?(\\d{1,6}))?(\\.gz)?");

    private record Aged(LogFile file, long age) {}

    /** Those that there are, the newest first. */
    List<LogFile> files() throws IOException {
        var all = new ArrayList<LogFile>();
        LogFile.at(active).ifPresent(all::add);
        all.addAll(rotated());
        return all;
    }

    List<LogFile> rotated() throws IOException {
        var folder = active.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) return List.of();
        var found = new ArrayList<Aged>();
        try (var names = Files.newDirectoryStream(folder)) {
            for (var path : names) {
                var age = age(path.getFileName().toString());
                if (age.isEmpty()) continue;
                LogFile.at(path).ifPresent(file -> found.add(new Aged(file, age.getAsLong())));
            }
        }
        found.sort(Comparator.comparingLong(Aged::age).reversed());
        return found.stream().map(Aged::file).toList();
    }

    /** The rotated ones that the server itself named, last written before a moment. */
    public List<Path> outlived(Instant moment) throws IOException {
        return rotated().stream()
                .filter(file -> file.changed() < moment.toEpochMilli())
                .map(LogFile::path)
                .filter(this::named)
                .toList();
    }

    private boolean named(Path rotated) {
        var other = rotated.getFileName().toString();
        return other.startsWith(stem())
                && OURS.matcher(other.substring(stem().length())).matches();
    }

    private String stem() {
        return active.getFileName().toString().replaceFirst("\\.log$", "");
    }

    Optional<LogFile> current() throws IOException {
        return LogFile.at(active);
    }

    /** Larger for younger ones; empty for a file that is no relative. */
    private OptionalLong age(String other) {
        var name = active.getFileName().toString();
        var ours = OURS.matcher(other.startsWith(stem()) ? other.substring(stem().length()) : "");
        if (ours.matches()) {
            var day = Long.parseLong(ours.group(1) + ours.group(2) + ours.group(3));
            return OptionalLong.of(day * 1_000_000 + Long.parseLong(ours.group(4)));
        }
        if (!other.startsWith(name)) return OptionalLong.empty();
        var rest = other.substring(name.length());
        var numbered = NUMBERED.matcher(rest);
        if (numbered.matches()) return OptionalLong.of(-Long.parseLong(numbered.group(1)));
        var dated = DATED.matcher(rest);
        if (!dated.matches()) return OptionalLong.empty();
        var hour = dated.group(2) == null ? 0 : Long.parseLong(dated.group(2));
        return OptionalLong.of(Long.parseLong(dated.group(1)) * 1_000_000 + hour);
    }
}
