package org.wvwbuilder.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.wvwbuilder.cli.ImportReport.Group;
import org.wvwbuilder.cli.ImportReport.Item;
import org.wvwbuilder.cli.ImportReport.Outcome;
import org.wvwbuilder.plugin.Importer;

/** Hands the rows of the original to the importers, and writes down what becomes of them. */
final class ImportLedger implements Importer.Original {
    private static final int LINE = 5_000;

    private final Backstage.Takeover takeover;
    private final boolean rehearsal;
    private final boolean joining;
    private final Consumer<String> progress;
    private final Map<String, Page> pages = new LinkedHashMap<>();
    private final Set<String> looked = new TreeSet<>();

    ImportLedger(Backstage.Takeover takeover, boolean rehearsal, boolean joining, Consumer<String> progress) {
        this.takeover = takeover;
        this.rehearsal = rehearsal;
        this.joining = joining;
        this.progress = progress;
    }

    /** What is known of one table's rows. */
    private static final class Page {
        private final Map<Long, String> ids = new HashMap<>();
        private final Map<String, Set<Item>> leftOut = new LinkedHashMap<>();
        private final Map<String, Set<Item>> remarks = new LinkedHashMap<>();
        private long added;
        private long present;
    }

    @Override
    public boolean rehearsal() {
        return rehearsal;
    }

    @Override
    public boolean joining() {
        return joining;
    }

    @Override
    public void each(String table, Importer.Reading reading) {
        if (!takeover.tables().containsKey(table)) return;
        looked.add(table);
        var all = takeover.rows().count(table);
        var count = new long[1];
        takeover.rows().each(table, values -> {
            var row = new ImportRow(table, values, this);
            try {
                reading.row(row);
            } catch (Importer.Unusable unusable) {
                row.leave(unusable.getMessage());
            }
            if (++count[0] % LINE == 0) progress.accept("%s: %,d of %,d rows".formatted(table, count[0], all));
        });
    }

    @Override
    public Optional<String> id(String table, Optional<Long> key) {
        return key.map(known -> page(table).ids.get(known));
    }

    void taken(ImportRow row, String id) {
        page(row.table()).added++;
        page(row.table()).ids.put(row.key(), id);
    }

    void present(ImportRow row, String id) {
        page(row.table()).present++;
        page(row.table()).ids.put(row.key(), id);
    }

    void leave(ImportRow row, String why) {
        note(page(row.table()).leftOut, row, why);
    }

    void remark(ImportRow row, String what) {
        note(page(row.table()).remarks, row, what);
    }

    private static void note(Map<String, Set<Item>> groups, ImportRow row, String what) {
        groups.computeIfAbsent(what, fresh -> new LinkedHashSet<>()).add(new Item(row.key(), row.name()));
    }

    private Page page(String table) {
        return pages.computeIfAbsent(table, fresh -> new Page());
    }

    /** @param taken the tables that importers take over; of the others only what is to be told */
    ImportReport report(String file, Set<String> taken) {
        var outcomes = new ArrayList<Outcome>();
        pages.forEach((table, page) -> {
            if (taken.contains(table) || !page.leftOut.isEmpty() || !page.remarks.isEmpty()) {
                outcomes.add(outcome(table, page));
            }
        });
        var ignored = new TreeMap<String, Long>();
        for (var table : takeover.tables().keySet()) {
            var rows = looked.contains(table) ? 0 : takeover.rows().count(table);
            if (rows > 0) ignored.put(table, rows);
        }
        return new ImportReport(file, rehearsal, outcomes, ignored);
    }

    private Outcome outcome(String table, Page page) {
        var leftOut = groups(page.leftOut);
        var count = leftOut.stream().mapToLong(group -> group.rows().size()).sum();
        var rows = takeover.tables().containsKey(table) ? takeover.rows().count(table) : 0;
        return new Outcome(table, rows, page.added, page.present, count, leftOut, groups(page.remarks));
    }

    private static List<Group> groups(Map<String, Set<Item>> groups) {
        return groups.entrySet().stream()
                .map(group -> new Group(group.getKey(), List.copyOf(group.getValue())))
                .toList();
    }
}
