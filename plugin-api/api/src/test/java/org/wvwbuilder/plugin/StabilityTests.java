package org.wvwbuilder.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;

/** What is promised of the API is what the build holds it to. */
class StabilityTests {
    private static final int MOST_TYPES = 40;
    private static final Path RELEASED = Path.of("released/wvw-plugin-api.jar");

    @Test
    void itIsSmallAndEveryTypeSaysHowStableItIs() throws Exception {
        assertThat(types())
                .hasSizeBetween(30, MOST_TYPES)
                .allSatisfy(type -> assertThat(type.getAnnotation(API.class))
                        .as(type.getSimpleName())
                        .isNotNull()
                        .satisfies(api -> assertThat(api.since()).matches("1\\.\\d+")));
    }

    /** The gate compares everything else with 1.0, so whoever tries something new must say so, and the guide tells authors. */
    @Test
    void theGateLeavesOutWhatIsExperimentalAndNothingElse() throws Exception {
        var experimental = types().filter(type -> status(type) == API.Status.EXPERIMENTAL)
                .map(Class::getName)
                .sorted()
                .toList();
        var left = Pattern.compile("<exclude>([^<]+)</exclude>")
                .matcher(Files.readString(Path.of("pom.xml")))
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(left)
                .isEqualTo(experimental.stream()
                        .flatMap(name -> Stream.of(name, name + "$*"))
                        .toList());
        assertThat(Files.readString(Path.of("../docs/versions.md")))
                .contains("Of 1.0 that is "
                        + words(types().filter(type -> status(type) == API.Status.EXPERIMENTAL)
                                .map(type -> "`" + type.getSimpleName() + "`")
                                .sorted()
                                .toList()));
    }

    /** Else the gate would compare with nothing. */
    @Test
    void whatWasReleasedIsRecorded() throws Exception {
        try (var jar = new JarFile(RELEASED.toFile())) {
            for (var type : types().filter(
                            type -> type.getAnnotation(API.class).since().equals("1.0"))
                    .toList()) {
                assertThat(jar.getEntry(type.getName().replace('.', '/') + ".class"))
                        .as(type.getName())
                        .isNotNull();
            }
        }
    }

    private static String words(List<String> names) {
        return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }

    private static API.Status status(Class<?> type) {
        return type.getAnnotation(API.class).status();
    }

    private static Stream<Class<?>> types() throws IOException {
        var root = Path.of("target/classes");
        try (var files = Files.walk(root)) {
            return files
                    .map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("$") && !name.endsWith("-info.class"))
                    .sorted()
                    .<Class<?>>map(name -> load(name.replace(".class", "").replace('/', '.')))
                    .filter(type -> Modifier.isPublic(type.getModifiers()))
                    .toList()
                    .stream();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException gone) {
            throw new AssertionError(gone);
        }
    }
}
