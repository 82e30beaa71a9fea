package org.wvwbuilder.plugin.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.wvwbuilder.plugin.Authenticator;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Event;
import org.wvwbuilder.plugin.HealthCheck;
import org.wvwbuilder.plugin.OpenPlugin;
import org.wvwbuilder.plugin.Plugin;
import org.wvwbuilder.plugin.PluginContext;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.Roles;
import org.wvwbuilder.plugin.Schedule;
import org.wvwbuilder.plugin.Scopes;

/** What the guides for authors show and name is there. */
class GuideTests {
    private static final Path GUIDES = Path.of("../docs");
    private static final List<Path> SHIPPED = List.of(GUIDES, Path.of("../examples"));
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");
    private static final Pattern PART = Pattern.compile("\\]\\(([^)#:]*)#([^)]*)\\)");

    @Test
    void theReferenceNamesEveryKindOfContribution() throws Exception {
        var reference = Files.readString(GUIDES.resolve("reference.md"));
        assertThat(Contribution.class.getPermittedSubclasses())
                .hasSizeGreaterThan(9)
                .allSatisfy(kind -> assertThat(reference).contains("| `" + kind.getSimpleName() + "` |"));
    }

    @Test
    void theGuideToTestingNamesEveryTestOfTheContract() throws Exception {
        var guide = Files.readString(GUIDES.resolve("testing.md"));
        var tests = Stream.of(PluginContract.class.getMethods())
                .filter(method ->
                        method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(ParameterizedTest.class))
                .map(method -> "| `" + method.getName() + "` |")
                .toList();
        assertThat(tests).hasSizeGreaterThan(4);
        assertThat(guide).contains(tests);
    }

    @Test
    void theReferenceNamesEveryEvent() {
        assertThat(types())
                .filteredOn(type -> type.isRecord() && Event.class.isAssignableFrom(type))
                .hasSizeGreaterThan(5)
                .allSatisfy(event -> assertThat(table("## Events")).contains("| `" + event.getSimpleName() + "` |"));
    }

    /** What one plugin lends another is an interface that the server neither implements for each nor asks to be. */
    @Test
    void theReferenceNamesAllThatIsLent() {
        var others = List.of(
                Authenticator.class,
                Contribution.class,
                Database.class,
                Event.class,
                HealthCheck.class,
                OpenPlugin.class,
                Plugin.class,
                PluginContext.class,
                Schedule.class);
        assertThat(types())
                .filteredOn(type -> type.isInterface() && !type.isAnnotation() && !others.contains(type))
                .hasSizeGreaterThan(9)
                .allSatisfy(lent ->
                        assertThat(table("## What the server lends")).contains("| `" + lent.getSimpleName() + "` |"));
    }

    @Test
    void theReferenceNamesEveryRoleAndEveryScope() throws Exception {
        var words = Stream.of(Roles.class, Scopes.class)
                .flatMap(type -> Stream.of(type.getFields()))
                .filter(field -> field.getType() == String.class)
                .map(field -> "`" + field.getDeclaringClass().getSimpleName() + "." + field.getName() + "`")
                .toList();
        assertThat(words).hasSizeGreaterThan(6);
        assertThat(table("## Resources")).contains(words);
    }

    @Test
    void theReferenceShowsEveryWayToRefuse() {
        var ways = Stream.of(Problem.class.getMethods())
                .filter(method -> method.getReturnType() == Problem.class)
                .map(method -> "| `Problem." + method.getName() + "(")
                .toList();
        assertThat(ways).hasSizeGreaterThan(3);
        assertThat(table("## Resources")).contains(ways);
    }

    /** The top-level types of the API, by its jar or its classes. */
    private static List<Class<?>> types() {
        var sources = Path.of("../api/src/main/java");
        try (var files = Files.walk(sources)) {
            return files.map(file -> sources.relativize(file).toString())
                    .filter(file -> file.endsWith(".java") && !file.endsWith("-info.java"))
                    .map(file -> file.replace(".java", "").replace('/', '.'))
                    .<Class<?>>map(GuideTests::named)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Class<?> named(String type) {
        try {
            return Class.forName(type);
        } catch (ClassNotFoundException missing) {
            throw new AssertionError(missing);
        }
    }

    /** A section of the reference. */
    private static String table(String heading) {
        try {
            var reference = Files.readString(GUIDES.resolve("reference.md"));
            int begin = reference.indexOf("\n" + heading + "\n");
            assertThat(begin).as(heading).isPositive();
            int end = reference.indexOf("\n## ", begin + 1);
            return reference.substring(begin, end < 0 ? reference.length() : end);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The guides and the examples ship together, without the rest of the project: no link leads out of them. */
    @Test
    void linksLeadSomewhereWithinWhatAuthorsGet() throws Exception {
        var pages = pages();
        assertThat(pages).hasSizeGreaterThan(12);
        int followed = 0;
        for (var page : pages) {
            for (var link : LINK.matcher(Files.readString(page)).results().toList()) {
                var target = page.resolveSibling(link.group(1)).normalize();
                assertThat(target).as(page + ": " + link.group(1)).exists();
                assertThat(target.startsWith(SHIPPED.get(1)) || pages.contains(target))
                        .as(page + ": " + link.group(1) + " leads to what authors do not get")
                        .isTrue();
                followed++;
            }
        }
        assertThat(followed).isGreaterThan(25);
    }

    /** A part of a page that is linked to is there. */
    @Test
    void linksToAHeadingLeadToOne() throws Exception {
        for (var page : pages()) {
            for (var link : PART.matcher(Files.readString(page)).results().toList()) {
                var target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
                var headings = Pattern.compile("(?m)^##+ (.*)$")
                        .matcher(Files.readString(target))
                        .results()
                        .map(heading -> heading.group(1)
                                .toLowerCase(Locale.ROOT)
                                .replaceAll("[^a-z0-9 -]", "")
                                .replace(' ', '-'))
                        .toList();
                assertThat(headings).as(page + ": " + link.group()).contains(link.group(2));
            }
        }
    }

    @Test
    void theIndexNamesEveryGuide() throws Exception {
        var index = Files.readString(GUIDES.resolve("README.md"));
        try (var guides = Files.list(GUIDES)) {
            assertThat(guides.map(guide -> guide.getFileName().toString()))
                    .filteredOn(name -> name.endsWith(".md") && !name.equals("README.md"))
                    .hasSizeGreaterThan(5)
                    .allSatisfy(name -> assertThat(index).contains("(" + name + ")"));
        }
    }

    /** What {@code .ci/stages kit} ships beside the artifacts. */
    private static List<Path> pages() throws IOException {
        var pages = new ArrayList<Path>();
        pages.add(Path.of("../README.md"));
        try (var guides = Files.list(SHIPPED.get(0));
                var examples = Files.walk(SHIPPED.get(1))) {
            Stream.concat(guides, examples)
                    .filter(file ->
                            file.toString().endsWith(".md") && !file.toString().contains("/target/"))
                    .sorted()
                    .forEach(pages::add);
        }
        return pages;
    }
}
