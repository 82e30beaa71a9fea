package org.wvwbuilder.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wvwbuilder.plugin.Setting;

class BinderTests {

    enum Door {
        OPEN,
        BY_INVITATION
    }

    record Example(
            @Setting(value = "port to listen on", fallback = "8000")
            int port,

            @Setting(value = "who may come", fallback = "open")
            Door door,

            @Setting(value = "how long", fallback = "15m") Duration maxAge,

            @Setting("where") Optional<Path> directory,

            @Setting(value = "which", fallback = "auth") List<String> names,

            @Setting(value = "the key", fallback = "none", secret = true)
            String key) {
        Example {
            if (port < 0) throw new IllegalArgumentException("port must not be negative");
        }
    }

    record Range(
            @Setting(value = "at least", fallback = "0") int least,
            @Setting(value = "at most", fallback = "9") int most) {
        Range {
            if (most < least) throw new IllegalArgumentException("the most is less than the least");
        }
    }

    record Hook(
            @Setting(value = "where to post", secret = true) java.net.URI hook) {}

    record Needy(@Setting("the address of the guild") String address) {}

    record Leaf(
            @Setting("where") String address,
            @Setting(value = "the key", secret = true) Optional<String> key) {}

    record Tree(@Setting("the leaves") Map<String, Leaf> leaves) {}

    @TempDir
    Path base;

    @Test
    void tablesBelowATableAreBoundUnderTheirNames() throws Exception {
        var file = Map.<String, Object>of("x.leaves.oak.address", "a", "x.leaves.elm.address", "b");
        var settings = new Settings(file, "gw2.toml", Map.of("GW2_X_LEAVES_ELM_KEY", "s3cret"), Map.of(), base);
        assertThat(new Binder(settings).bind("x", Tree.class).leaves())
                .containsEntry("oak", new Leaf("a", Optional.empty()))
                .containsEntry("elm", new Leaf("b", Optional.of("s3cret")));
        assertThat(new Binder(settings).describe("x", Tree.class).toString())
                .contains("x.leaves.elm.key", "***")
                .doesNotContain("s3cret");
        var none = new Settings(Map.of(), "gw2.toml", Map.of(), Map.of(), base);
        assertThat(new Binder(none).bind("x", Tree.class).leaves()).isEmpty();
        assertThat(new Binder(none).describe("x", Tree.class))
                .as("what may be set is shown before anything is")
                .extracting(SettingDescription::key)
                .containsExactly("x.leaves.NAME.address", "x.leaves.NAME.key");
    }

    @Test
    void whatIsWrongInATableBelowIsNamedByItsWholeKey() {
        var file = Map.<String, Object>of("x.leaves.oak.adress", "a", "x.leaves.Elm.address", "b");
        var settings = new Settings(file, "gw2.toml", Map.of(), Map.of(), base);
        assertThatThrownBy(() -> new Binder(settings).bind("x", Tree.class))
                .isInstanceOf(ConfigurationFault.class)
                .hasMessageContaining("x.leaves.oak.adress")
                .hasMessageContaining("x.leaves.oak.address")
                .hasMessageContaining("x.leaves.Elm");
    }

    @Test
    void whatIsNotSetHasItsDefault() throws Exception {
        assertThat(bind(Map.of(), Map.of(), Map.of()))
                .isEqualTo(new Example(
                        8000, Door.OPEN, Duration.ofMinutes(15), Optional.empty(), List.of("auth"), "none"));
    }

    @Test
    void theCommandLineGoesBeforeTheEnvironmentAndThatBeforeTheFile() throws Exception {
        var file = Map.<String, Object>of("x.port", 1, "x.max-age", "1h", "x.names", List.of("a", "b"));
        var environment = Map.of("GW2_X_PORT", "2", "GW2_X_MAX_AGE", "2h");
        var bound = bind(file, environment, Map.of("x.port", "3"));
        assertThat(bound.port()).isEqualTo(3);
        assertThat(bound.maxAge()).isEqualTo(Duration.ofHours(2));
        assertThat(bound.names()).containsExactly("a", "b");
    }

    @Test
    void relativePathsStartFromTheBaseFolder() throws Exception {
        assertThat(bind(Map.of("x.directory", "some/where"), Map.of(), Map.of()).directory())
                .contains(base.resolve("some/where"));
    }

    @Test
    void everyProblemIsReportedAtOnceAndNamesTheNearestKey() {
        var file = Map.<String, Object>of("x.port", "many", "x.door", "ajar", "x.max-aeg", "1h");
        assertThatThrownBy(() -> bind(file, Map.of(), Map.of()))
                .isInstanceOf(ConfigurationFault.class)
                .hasMessageContaining("3 problems")
                .hasMessageContaining("x.port (gw2.toml): a whole number expected, not 'many'")
                .hasMessageContaining("one of open, by-invitation expected, not 'ajar'")
                .hasMessageContaining("did you mean x.max-age?");
    }

    @Test
    void theRecordItselfMayRefuse() {
        assertThatThrownBy(() -> bind(Map.of("x.port", -1), Map.of(), Map.of()))
                .hasMessageContaining("port must not be negative");
    }

    @Test
    void whatTheRecordRefusesIsBlamedOnWhoSetIt() {
        assertThatThrownBy(() -> bind(Map.of("x.port", 1), Map.of(), Map.of("x.port", "-1")))
                .hasMessageContaining("x (--set): port must not be negative");
        assertThatThrownBy(() -> bind(Map.of("x.door", "open"), Map.of("GW2_X_PORT", "-1"), Map.of()))
                .hasMessageContaining("x (environment GW2_X_PORT): port");
        // It does not say which: whatever was set may be at fault.
        var both = settings(Map.of("y.least", 2), Map.of(), Map.of("y.most", "1"));
        assertThatThrownBy(() -> new Binder(both).bind("y", Range.class))
                .hasMessageContaining("y (gw2.toml, --set): the most is less than the least");
    }

    @Test
    void severalProblemsOfAPluginAreOneLine() {
        assertThatThrownBy(() -> bind(Map.of("x.port", "many", "x.door", "ajar"), Map.of(), Map.of()))
                .isInstanceOfSatisfying(
                        ConfigurationFault.class,
                        fault -> assertThat(fault.line())
                                .startsWith("its settings have 2 problems: (1) x.port (gw2.toml): a whole number")
                                .contains(" (2) x.door")
                                .doesNotContain("\n"));
        assertThatThrownBy(() -> bind(Map.of("x.port", "many"), Map.of(), Map.of()))
                .isInstanceOfSatisfying(
                        ConfigurationFault.class,
                        fault -> assertThat(fault.line()).startsWith("x.port (gw2.toml)"));
    }

    @Test
    void aSecretThatDoesNotFitIsNotTold() {
        assertThatThrownBy(() -> new Binder(settings(Map.of("z.hook", "https://s3cret here"), Map.of(), Map.of()))
                        .bind("z", Hook.class))
                .hasMessageContaining("z.hook")
                .hasMessageContaining("not shown")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void aMissingValueSaysWhereToSetIt() {
        assertThatThrownBy(() -> new Binder(settings(Map.of(), Map.of(), Map.of())).bind("y", Needy.class))
                .hasMessageContaining("set it in gw2.toml or as GW2_Y_ADDRESS (the address of the guild)");
    }

    @Test
    void aSecretMayStandInAFileThatOthersCannotRead() throws Exception {
        var file = Files.writeString(base.resolve("key"), "s3cret\n");
        var set = Map.<String, Object>of("x.key-file", "key");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> bind(set, Map.of(), Map.of())).hasMessageContaining("chmod 600");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(bind(set, Map.of(), Map.of()).key()).isEqualTo("s3cret");
    }

    @Test
    void aDescriptionMasksSecretsAndNamesTheSource() {
        var described = new Binder(settings(Map.of(), Map.of("GW2_X_KEY", "s3cret"), Map.of("x.port", "9")))
                .describe("x", Example.class);
        assertThat(described)
                .contains(new SettingDescription("x.port", "9", "--set", "8000", "port to listen on", false))
                .contains(new SettingDescription("x.key", "***", "environment GW2_X_KEY", "none", "the key", true));
    }

    @Test
    void aDescriptionMasksThePasswordsInAddresses() {
        var address = "jdbc:postgresql://guild:hunter2@db:5432/wvw?password=hunter2&ssl=true&PASSWORD=hunter2";
        var described =
                new Binder(settings(Map.of(), Map.of(), Map.of("x.address", address))).describe("x", Needy.class);
        assertThat(described.getFirst().value())
                .isEqualTo("jdbc:postgresql://***@db:5432/wvw?password=***&ssl=true&PASSWORD=***");
    }

    private Example bind(Map<String, Object> file, Map<String, String> environment, Map<String, String> overrides)
            throws ConfigurationFault {
        return new Binder(settings(file, environment, overrides)).bind("x", Example.class);
    }

    private Settings settings(
            Map<String, Object> file, Map<String, String> environment, Map<String, String> overrides) {
        return new Settings(file, "gw2.toml", environment, overrides, base);
    }
}
