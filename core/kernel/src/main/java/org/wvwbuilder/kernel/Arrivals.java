package org.wvwbuilder.kernel;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * In which order the plugins of others came here, so that of two that want the same the older one keeps it: a file in the
 * data folder with a line for each folder, the oldest first. {@code gw2 plugins install} adds a line, and so does a server
 * that finds a folder which somebody put there. The dates of the folders themselves would not do, as copying sets or keeps
 * them at will.
 *
 * @param since when each folder was first seen, by its name, in the order of the lines
 */
record Arrivals(Path file, SequencedMap<String, String> since) {
    private static final System.Logger LOG = System.getLogger(Arrivals.class.getName());
    private static final String FILE = "plugin-arrivals";

    static Path file(Path data) {
        return data.resolve(FILE);
    }

    /** @throws IOException when there is a list, and it cannot be read */
    static Arrivals in(Path data) throws IOException {
        var since = new LinkedHashMap<String, String>();
        var file = file(data);
        if (Files.exists(file)) {
            for (var line : Files.readAllLines(file)) {
                var blank = line.indexOf(' ');
                if (blank > 0) since.putIfAbsent(line.substring(blank + 1), line.substring(0, blank));
            }
        }
        return new Arrivals(file, since);
    }

    /** Those of the distribution as they come, then the others, the oldest first and those that nobody knows yet last. */
    static List<Candidate> sort(List<Candidate> found, Path data) {
        try {
            var order = List.copyOf(in(data).since.keySet());
            return found.stream()
                    .sorted(Comparator.comparingInt(candidate -> rank(candidate, order)))
                    .toList();
        } catch (IOException unreadable) {
            LOG.log(
                    Level.WARNING,
                    "which plugin was here first cannot be read, so the alphabet counts: " + unreadable + ". Make "
                            + file(data) + " readable for the server.");
            return found;
        }
    }

    private static int rank(Candidate candidate, List<String> order) {
        if (candidate.bundled()) return -1;
        var place = order.indexOf(candidate.name());
        return place < 0 ? order.size() : place;
    }

    /**
     * Notes what a server that starts has found, and forgets what is there no more: whoever comes again later comes as the
     * last.
     *
     * @param found in the order in which those are noted that are new
     */
    static void meet(List<Candidate> found, Path data, Instant now) {
        var names = names(found);
        try {
            var known = in(data);
            known.keep(Set.copyOf(names)).with(names, now).writeUnless(known);
        } catch (IOException refused) {
            LOG.log(
                    Level.WARNING,
                    "which plugins are new cannot be written down: " + refused + ". Let the server's user write to "
                            + file(data) + ", or the alphabet says which of two is the older.");
        }
    }

    /** Notes one that was installed as the last, after all that lay there before. */
    static void install(List<Candidate> before, String name, Path data, Instant now) throws IOException {
        var known = in(data);
        known.with(names(before), now).with(List.of(name), now).writeUnless(known);
    }

    static void remove(String name, Path data) throws IOException {
        var known = in(data);
        var others = new ArrayList<>(known.since.keySet());
        others.remove(name);
        known.keep(Set.copyOf(others)).writeUnless(known);
    }

    private static List<String> names(List<Candidate> found) {
        // A name of several lines would be another's.
        return found.stream()
                .filter(candidate -> !candidate.bundled())
                .map(Candidate::name)
                .filter(name -> name.lines().count() == 1)
                .toList();
    }

    private Arrivals keep(Set<String> names) {
        var kept = new LinkedHashMap<>(since);
        kept.keySet().retainAll(names);
        return new Arrivals(file, kept);
    }

    private Arrivals with(Collection<String> names, Instant now) {
        var more = new LinkedHashMap<>(since);
        names.forEach(name -> more.putIfAbsent(name, now.toString()));
        return new Arrivals(file, more);
    }

    private void writeUnless(Arrivals same) throws IOException {
        if (List.copyOf(since.keySet()).equals(List.copyOf(same.since.keySet()))) return;
        if (since.isEmpty()) {
            Files.deleteIfExists(file);
            return;
        }
        Files.createDirectories(file.getParent());
        var lines = since.entrySet().stream().map(line -> line.getValue() + " " + line.getKey() + "\n");
        Folders.write(file, lines.collect(Collectors.joining()));
    }
}
