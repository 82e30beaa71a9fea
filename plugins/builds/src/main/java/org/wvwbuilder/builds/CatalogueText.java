package org.wvwbuilder.builds;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wvwbuilder.builds.edition.Change;
import org.wvwbuilder.builds.rest.EditionAnswer;

/** What {@code gw2 catalogue} prints for a reader. */
final class CatalogueText {
    private static final String EDITION = "%-38s %-9s %-9s %-22s %s";
    private static final String CHANGE = "%-9s %-15s %-8s %s";

    private CatalogueText() {}

    static String status(CatalogueCommand.Status status) {
        var fetched = status.fetched();
        var facts = status.inForce().counts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(count -> count.getValue() + " " + count.getKey().replace('_', ' '))
                .collect(Collectors.joining(", "));
        return """
                in force      %s
                game build    %s
                facts         %s
                fetched       %s
                last compared %s
                sync          %s
                to review     %s""".formatted(
                        status.inForce().version() + (fetched.isPresent() ? ", fetched" : ", shipped"),
                        status.inForce().gameBuild().map(String::valueOf).orElse("unknown"),
                        facts,
                        fetched.map(edition -> seconds(edition.madeAt())).orElse("never"),
                        fetched.map(edition -> seconds(edition.checkedAt())).orElse("never"),
                        status.sync() + (status.sync().equals("off") ? ": catalogue.sync in etc/gw2.toml" : ""),
                        status.needReview() + " builds");
    }

    static String editions(List<EditionAnswer> rows) {
        if (rows.isEmpty()) return "No edition was fetched yet: the shipped catalogue is in force.";
        var lines = rows.stream().map(CatalogueText::line).collect(Collectors.joining("\n"));
        return EDITION.formatted("EDITION", "MONTH", "BUILD", "FETCHED", "CHANGES") + "\n" + lines;
    }

    private static String line(EditionAnswer edition) {
        var changes = Stream.of(Change.What.values())
                .map(Change.What::toString)
                .filter(edition.changes()::containsKey)
                .map(what -> edition.changes().get(what) + " " + what)
                .collect(Collectors.joining(", "));
        return EDITION.formatted(
                edition.id(),
                edition.version(),
                edition.gameBuild().map(String::valueOf).orElse("?"),
                seconds(edition.madeAt()),
                changes.isEmpty() ? "none" : changes);
    }

    /** A change as the command prints it. */
    public record Difference(String what, String kind, int id, Optional<String> before, Optional<String> after) {
        static Difference of(Change change) {
            return new Difference(
                    change.what().toString(), change.kind(), change.id(), change.before(), change.after());
        }
    }

    static String changes(List<Difference> changes, boolean more) {
        if (changes.isEmpty()) return "Nothing of this kind changed.";
        var lines = changes.stream()
                .map(change -> CHANGE.formatted(
                        change.what(), change.kind(), change.id(), names(change.before(), change.after())))
                .collect(Collectors.joining("\n"));
        return CHANGE.formatted("WHAT", "KIND", "ID", "NAME") + "\n" + lines
                + (more ? "\nThere are more: ask for them with -n, or for a part with --what and --kind." : "");
    }

    private static String names(Optional<String> before, Optional<String> after) {
        if (before.isEmpty() || before.equals(after))
            return after.or(() -> before).orElse("");
        return after.map(name -> before.get() + " → " + name).orElse(before.get());
    }

    private static String seconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
