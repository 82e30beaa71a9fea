package org.wvwbuilder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.plugin.Database.DatabaseException;
import org.wvwbuilder.plugin.Importer;

class ImportCommandTests {
    private final FakeBackstage stage = new FakeBackstage();
    private final Map<String, String> here = new HashMap<>();
    private final List<String> order = new ArrayList<>();

    /** Takes a table over whose rows belong to a row of another. */
    private record Shelf(String table, String owners, Map<String, String> here, List<String> order)
            implements Importer {
        @Override
        public Map<String, Set<String>> tables() {
            return Map.of(table, Set.of("id"));
        }

        @Override
        public Set<String> after() {
            return owners.isEmpty() ? Set.of() : Set.of(owners);
        }

        @Override
        public void take(Original original) {
            order.add(table);
            original.each(table, row -> {
                var owner = owners.isEmpty()
                        ? "root"
                        : original.id(owners, row.number("owner"))
                                .orElseThrow(() -> new Unusable("it belongs to nobody"));
                var id = row.newId(owner);
                var name = row.line("name", 10);
                if (here.containsKey(id)) {
                    row.present(id);
                } else {
                    if (!original.rehearsal()) here.put(id, name);
                    row.taken(id);
                }
            });
        }
    }

    private static Map<String, Object> row(long id, Object... more) {
        var row = new HashMap<String, Object>(Map.of("id", id));
        for (int i = 0; i < more.length; i += 2) row.put((String) more[i], more[i + 1]);
        return row;
    }

    private void original(Map<String, List<Map<String, Object>>> tables) {
        var columns = new HashMap<String, List<String>>();
        tables.keySet().forEach(table -> columns.put(table, List.of("id", "name", "owner")));
        stage.takeover = new Backstage.Takeover(
                columns,
                new Backstage.Rows() {
                    @Override
                    public long count(String table) {
                        return tables.get(table).size();
                    }

                    @Override
                    public void each(String table, Consumer<Map<String, Object>> reading) {
                        tables.get(table).forEach(reading);
                    }
                },
                List.of(
                        new Backstage.ImportOffer("b", new Shelf("books", "people", here, order)),
                        new Backstage.ImportOffer("p", new Shelf("people", "", here, order))));
    }

    private static final Map<String, List<Map<String, Object>>> LIBRARY = Map.of(
            "people", List.of(row(1, "name", "anna"), row(2, "name", new byte[] {-1})),
            "books",
                    List.of(
                            row(7, "name", "A book\nwith a long name", "owner", 1L),
                            row(8, "name", "Lost", "owner", 9L)),
            "loans", List.of(row(1), row(2)));

    @Test
    void whatOthersReferToComesFirstAndEverythingIsTold() {
        original(LIBRARY);
        var seen = stage.type("import", "old.db");
        assertThat(seen.exit()).isZero();
        assertThat(order).containsExactly("people", "books");
        assertThat(seen.out())
                .containsPattern("people +2 +1 +0 +1")
                .containsPattern("books +2 +1 +0 +1")
                .contains("1: it belongs to nobody\n     Lost (8)", "no. 2", "There is no place here for: loans (2)");
        assertThat(here.values()).containsExactlyInAnyOrder("anna", "A book wit");
    }

    @Test
    void aRehearsalTellsTheSameAndWritesNothing() {
        original(LIBRARY);
        var rehearsed = stage.type("import", "--dry-run", "--json", "old.db");
        assertThat(here).isEmpty();
        var done = stage.type("import", "--json", "old.db");
        assertThat(done.out()).isEqualTo(rehearsed.out().replace("\"dry_run\": true", "\"dry_run\": false"));
    }

    @Test
    void aSecondRunFindsEverythingHere() {
        original(LIBRARY);
        stage.type("import", "old.db");
        var before = Map.copyOf(here);
        assertThat(stage.type("import", "old.db").out()).containsPattern("people +2 +0 +1 +1");
        assertThat(here).isEqualTo(before);
    }

    @Test
    void aFileWithoutTheTablesIsRefusedByName() {
        original(Map.of("people", List.of()));
        var seen = stage.type("import", "old.db");
        assertThat(seen.exit()).isEqualTo(Exit.FAILED);
        assertThat(seen.err()).contains("it lacks table books").endsWith("last ran on.\n");
        original(Map.of("people", List.of(), "books", List.of(), "data_integrity", List.of()));
        assertThat(stage.type("import", "old.db").err()).contains("use 'gw2 restore'");
        assertThat(order).isEmpty();
    }

    @Test
    void aRunningServerIsNotImportedInto() {
        original(LIBRARY);
        stage.lock = Backstage.Lock.HELD;
        assertThat(stage.type("import", "old.db").err()).startsWith("The server is running: stop it");
        stage.lock = Backstage.Lock.HIDDEN;
        assertThat(stage.type("import", "old.db").exit()).isEqualTo(Exit.FAILED);
        assertThat(order).isEmpty();
        stage.lock = Backstage.Lock.LEFT;
        assertThat(stage.type("import", "old.db").exit()).isZero();
    }

    @Test
    void aDatabaseThatRefusesIsToldWithTheWayOn() {
        original(LIBRARY);
        var full = new Importer() {
            @Override
            public Map<String, Set<String>> tables() {
                return Map.of("people", Set.of());
            }

            @Override
            public Set<String> after() {
                return Set.of();
            }

            @Override
            public void take(Original original) {
                throw new DatabaseException(DatabaseException.Kind.FULL, "no room on the disk", null);
            }
        };
        var rows = stage.takeover;
        stage.takeover =
                new Backstage.Takeover(rows.tables(), rows.rows(), List.of(new Backstage.ImportOffer("p", full)));
        var seen = stage.type("import", "old.db");
        assertThat(seen.exit()).isEqualTo(Exit.FAILED);
        assertThat(seen.err()).contains("no room on the disk", "run the same command again");
    }

    @Test
    void timesAreReadAsTheOriginalWritesThem() {
        assertThat(instant("2026-01-02 20:15:00.123456")).contains("2026-01-02T20:15:00.123Z");
        assertThat(instant("2026-01-02T20:15:00+02:00")).contains("2026-01-02T18:15:00Z");
        assertThat(instant("yesterday")).isEmpty();
        assertThat(instant("0001-01-01 00:00:00")).isEmpty();
        assertThat(instant("99999-01-01 00:00:00")).isEmpty();
    }

    private static Optional<String> instant(String text) {
        return new ImportRow("t", Map.of("at", text), null).instant("at").map(Object::toString);
    }
}
