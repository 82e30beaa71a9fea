package org.wvwbuilder.plugin.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opentest4j.TestAbortedException;
import org.wvwbuilder.plugin.Database.Engine;

/** The contract finds what would go wrong with the databases that people have. */
class MigrationContractTests {
    private static final Path ARCHETYPE = Path.of(
                    "../archetype/src/main/resources/archetype-resources/src/main/resources/META-INF/wvw/migrations")
            .resolve("V1__notes.sql");
    private static final String FIRST = "CREATE TABLE made_notes (id TEXT PRIMARY KEY, text TEXT);";
    private static final String COLOURS = "ALTER TABLE made_notes ADD COLUMN colour TEXT NOT NULL DEFAULT 'plain';";

    @TempDir
    Path folder;

    private Path released;

    @BeforeEach
    void prepare() {
        released = folder.resolve("released");
    }

    @AfterEach
    void recordNothing() {
        System.clearProperty("plugin.record");
    }

    /** The table of what the archetype makes, the migration of the tutorial, the rows of the guide to testing. */
    @ParameterizedTest
    @EnumSource
    void theSqlOfTheGuidesRunsInThePluginThatTheyAreAbout(Engine engine) throws Exception {
        var first = Files.readString(ARCHETYPE).replaceFirst("#set.*\n", "").replace("${prefix}", "guild_notes");
        var guides = Example.inGuides("sql");
        assertThat(guides).extracting(Example::place).containsExactly("testing.md", "tutorial.md");
        Files.createDirectories(released);
        Files.writeString(released.resolve("release"), "1.0.0");
        Files.writeString(released.resolve("V1__notes.sql"), first);
        Files.writeString(released.resolve("V1.rows.sql"), guides.getFirst().code());
        contract(
                        "guild-notes",
                        Map.of(
                                "V1__notes.sql",
                                first,
                                "V2__colours.sql",
                                guides.getLast().code()))
                .migratesFromTheLastRelease(engine);
    }

    private PluginContract contract(Map<String, String> migrations) throws Exception {
        return contract("made", migrations);
    }

    /** @param migrations by their path below {@code META-INF/wvw/migrations} */
    private PluginContract contract(String id, Map<String, String> migrations) throws Exception {
        var files = new TreeMap<String, String>();
        migrations.forEach((name, sql) -> files.put("META-INF/wvw/migrations/" + name, sql));
        var module = new Forged(folder).plugin("id = \"" + id + "\", title = \"Made\"", """
                public final class Made implements Plugin {
                    public OpenPlugin open(PluginContext context) {
                        return OpenPlugin.of();
                    }
                }""", files);
        return new PluginContract() {
            @Override
            public String module() {
                return module;
            }

            @Override
            public Path released() {
                return released;
            }
        };
    }

    /** As an author does it: records, is told what is missing, and writes it. */
    private void release(Map<String, String> migrations, String rows) throws Exception {
        System.setProperty("plugin.record", "1.0.0");
        var contract = contract(migrations);
        assertThatThrownBy(() -> contract.migratesFromTheLastRelease(Engine.SQLITE))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("nothing is in [made_notes]")
                .hasMessageContaining("V1.rows.sql");
        System.clearProperty("plugin.record");
        Files.writeString(released.resolve("V1.rows.sql"), rows);
    }

    @ParameterizedTest
    @EnumSource
    void newMigrationsRunOnWhatTheLastReleaseLeft(Engine engine) throws Exception {
        release(
                Map.of("V1__notes.sql", FIRST),
                "INSERT INTO made_notes VALUES ('1', 'Reset; at eight');\nINSERT INTO made_notes VALUES ('2', NULL);");
        assertThat(released.resolve("release")).hasContent("1.0.0");
        assertThat(released.resolve("V1__notes.sql")).hasContent(FIRST);
        contract(Map.of("V1__notes.sql", FIRST)).migratesFromTheLastRelease(engine);
        contract(Map.of("V1__notes.sql", FIRST, "V2__colours.sql", COLOURS)).migratesFromTheLastRelease(engine);

        // Runs on an empty database, and on one without a note that has no text.
        var strict = contract(Map.of("V1__notes.sql", FIRST, "V2__strict.sql", """
                CREATE TABLE made_strict (id TEXT PRIMARY KEY, text TEXT NOT NULL);
                INSERT INTO made_strict SELECT id, text FROM made_notes;"""));
        assertThatCode(() -> strict.runsAloneOnAnEmptyDatabase(engine)).doesNotThrowAnyException();
        assertThatThrownBy(() -> strict.migratesFromTheLastRelease(engine))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the tables of plugin made were not brought up to date");
    }

    @Test
    void whatWasReleasedStaysAsItWas() throws Exception {
        var sql = FIRST + "\n";
        release(Map.of("V1__notes.sql", sql), "INSERT INTO made_notes VALUES ('1', 'Reset');");
        var changed = contract(Map.of("V1__notes.sql", FIRST.replace("text TEXT", "text TEXT, colour TEXT")));
        assertThatThrownBy(() -> changed.migratesFromTheLastRelease(Engine.SQLITE))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("V1__notes.sql is not as release 1.0.0 had it")
                .hasMessageContaining("write a new one");
        var renamed = contract(Map.of("V1__words.sql", sql));
        assertThatThrownBy(() -> renamed.migratesFromTheLastRelease(Engine.SQLITE))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("V1__notes.sql, which is gone");
        // A checkout on Windows.
        contract(Map.of("V1__notes.sql", sql.replace("\n", "\r\n"))).migratesFromTheLastRelease(Engine.SQLITE);

        System.setProperty("plugin.record", "1.1.0");
        var taken = contract(Map.of("V1__notes.sql", FIRST.replace("text TEXT", "text TEXT, colour TEXT")));
        assertThatThrownBy(() -> taken.migratesFromTheLastRelease(Engine.SQLITE))
                .as("a record takes nothing back")
                .hasMessageContaining("is not as release 1.0.0 had it");
        assertThat(released.resolve("release")).hasContent("1.0.0");
    }

    @Test
    void whatDoesNotRunIsNotRecorded() throws Exception {
        System.setProperty("plugin.record", "1.0.0");
        var broken = contract(Map.of("V1__notes.sql", FIRST.replace("TABLE", "TABEL")));
        assertThatThrownBy(() -> broken.migratesFromTheLastRelease(Engine.SQLITE))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("on SQLITE the plugin made does not run");
        assertThat(released).doesNotExist();
    }

    @Test
    void eachEngineHasItsOwn() throws Exception {
        var migrations = Map.of("sqlite/V1__notes.sql", FIRST, "postgresql/V1__notes.sql", FIRST);
        System.setProperty("plugin.record", "1.0.0");
        var contract = contract(migrations);
        for (var engine : Engine.values()) {
            assertThatThrownBy(() -> contract.migratesFromTheLastRelease(engine))
                    .hasMessageContaining("nothing is in [made_notes]");
        }
        System.clearProperty("plugin.record");
        Files.writeString(released.resolve("V1.rows.sql"), "INSERT INTO made_notes VALUES ('1', 'both')");
        for (var engine : Engine.values()) contract.migratesFromTheLastRelease(engine);
        Files.writeString(released.resolve("V2.rows.sql"), "INSERT INTO made_notes VALUES ('2', 'too early')");
        assertThatThrownBy(() -> contract.migratesFromTheLastRelease(Engine.SQLITE))
                .hasMessageContaining("there are rows for the versions [2]");
    }

    @Test
    void withoutAReleaseItSaysSo() throws Exception {
        var contract = contract(Map.of("V1__notes.sql", FIRST));
        assertThatThrownBy(() -> contract.migratesFromTheLastRelease(Engine.SQLITE))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("no release of made is recorded in " + released)
                .hasMessageContaining("-Dplugin.record=VERSION");
    }
}
