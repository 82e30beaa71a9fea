package org.wvwbuilder.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything that is shipped may be shipped, by the list of components that the tarball carries. */
class LicenceTests {
    private static final Pattern COMPONENT = Pattern.compile(
            "\"purl\": \"(pkg:maven/([^@\"]+)@[^\"]*)\"(?:, \"hashes\": \\[[^]]*])?(?:, \"licenses\": \\[\\{\"license\": \\{\"name\": \"((?:[^\"\\\\]|\\\\.)*)\"}}])?}");

    private static final Pattern FINE = Pattern.compile(
            "(?i)apache[- ](software |license, version )*(license,? version )?2|licenses/license-2\\.0|^apache-2\\.0|epl-?v?[12]"
                    + "|eclipse public license|edl-v10|\\bmit\\b|mit license|bsd-[23]-clause|mozilla|mpl|lgpl|^isc$|publicdomain/zero"
                    + "|gpl-2\\.0-with-classpath-exception");

    private static final Pattern NEVER = Pattern.compile(
            "(?i)agpl|affero|sspl|server side public|busl|business source|elastic|commons clause|redgate");

    /** Those that say nothing in their jar or are woven into the console's, as their projects publish them. */
    private static final Map<String, String> KNOWN = Map.of(
            "org.flywaydb/flyway-core", "Apache-2.0",
            "org.flywaydb/flyway-database-cockroachdb", "Apache-2.0",
            "org.flywaydb/flyway-database-postgresql", "Apache-2.0",
            "org.mvnpm.at.lit/reactive-element", "BSD-3-Clause",
            "org.mvnpm.at.mvnpm/vaadin-webcomponents", "Apache-2.0",
            "org.mvnpm.at.open-wc/dedupe-mixin", "MIT",
            "org.mvnpm/lit-element", "BSD-3-Clause",
            "org.mvnpm/lit-html", "BSD-3-Clause",
            "org.mvnpm/lit", "BSD-3-Clause");

    private record Component(String purl, String name, Optional<String> licence) {

        /** Why it may not be shipped; empty when it may. */
        Optional<String> fault() {
            var told = licence.filter(text -> !text.isBlank()).or(() -> Optional.ofNullable(KNOWN.get(name)));
            if (told.isEmpty())
                return Optional.of(purl + " tells no licence: look it up, then name it in LicenceTests");
            if (NEVER.matcher(told.get()).find()) return Optional.of(purl + " must not be shipped: " + told.get());
            if (FINE.matcher(told.get()).find()) return Optional.empty();
            return Optional.of(purl + " has a licence that nobody has allowed yet: " + told.get());
        }
    }

    private static List<Component> components(String text) {
        var found = new ArrayList<Component>();
        var item = COMPONENT.matcher(text);
        while (item.find()) found.add(new Component(item.group(1), item.group(2), Optional.ofNullable(item.group(3))));
        return found;
    }

    private static String list() throws IOException {
        return Files.readString(Tarball.home().resolve("sbom.cdx.json"));
    }

    @Test
    void everyComponentMayBeShipped() throws IOException {
        var components = components(list());
        assertThat(components)
                .hasSize(list().split("\"bom-ref\"", -1).length - 1)
                .hasSizeGreaterThan(50);
        assertThat(components).extracting(Component::fault).containsOnly(Optional.empty());
    }

    @Test
    void everyJarIsInTheList() throws IOException {
        var list = list();
        try (var files = Files.walk(Tarball.home())) {
            assertThat(files.filter(file -> !file.toString().contains("/runtime/"))
                            .map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".jar")))
                    .isNotEmpty()
                    .allMatch(name -> list.contains("\"name\": \"" + name.replaceFirst("-\\d.*", "") + "\""));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GNU Affero General Public License v3 | must not be shipped
            SSPL-1.0                             | must not be shipped
            Business Source License 1.1          | must not be shipped
            GPL-3.0                              | nobody has allowed
            Proprietary                          | nobody has allowed
            ''                                   | tells no licence
            """)
    void oneThatMayNotIsFound(String licence, String fault) {
        var component = new Component("pkg:maven/a/b@1", "a/b", Optional.of(licence));
        assertThat(component.fault())
                .hasValueSatisfying(text -> assertThat(text).contains(fault));
    }
}
