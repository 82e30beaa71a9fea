package org.wvwbuilder.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.kernel.OurPlugins;

/** Plugins know the API; hosts know the kernel; only the server knows hosts; nobody knows plugins. */
class WhoKnowsWhomTests {
    private static final String OURS = "org.wvwbuilder.";
    private static final String API = OURS + "plugin.api";
    private static final Map<String, Set<String>> ALLOWED = Map.of(
            "plugin.api", Set.of(),
            "boot", Set.of(API),
            "kernel", Set.of(API),
            "data", Set.of(API, OURS + "kernel"),
            "http", Set.of(API, OURS + "kernel"),
            "scheduling", Set.of(API, OURS + "kernel"),
            "cli", Set.of(API, OURS + "kernel"),
            "server",
                    Set.of(
                            API,
                            OURS + "boot",
                            OURS + "kernel",
                            OURS + "data",
                            OURS + "http",
                            OURS + "scheduling",
                            OURS + "cli"));
    private static final Set<String> JAKARTA_APIS =
            Set.of("jakarta.annotation", "jakarta.ws.rs", "org.apiguardian.api");

    @Test
    void everyModuleRequiresOnlyWhatItMayKnow() {
        Modules.descriptors().forEach((name, descriptor) -> {
            var allowed = ALLOWED.getOrDefault(name.substring(OURS.length()), Set.of(API));
            var ours = requires(descriptor).stream()
                    .filter(required -> required.startsWith(OURS))
                    .collect(Collectors.toSet());
            assertThat(allowed).as(name + " may require").containsAll(ours);
        });
    }

    @Test
    void bootAndKernelUseNoLibrary() {
        for (var name : Set.of("boot", "kernel", "plugin.api")) {
            assertThat(requires(Modules.descriptor(OURS + name)))
                    .as(name)
                    .allMatch(required -> required.startsWith("java.")
                            || required.startsWith(OURS)
                            || JAKARTA_APIS.contains(required));
        }
    }

    @Test
    void noPluginSeesALibraryOfTheServer() {
        for (var name :
                Set.of("auth", "backup", "builds", "dashboard", "health", "logs", "console", "squads", "webhooks")) {
            assertThat(requires(Modules.descriptor(OURS + name)))
                    .as(name)
                    .noneMatch(required -> required.startsWith("org.glassfish")
                            // The small one for JSON is no part of the server: who wants it brings it along.
                            || required.startsWith("com.fasterxml") && !required.equals("com.fasterxml.jackson.jr.ob")
                            || required.startsWith("org.eclipse.jetty")
                            || required.startsWith("org.quartz")
                            || required.startsWith("info.picocli")
                            || required.equals("org.slf4j"));
        }
    }

    @Test
    void everyModuleOfTheProjectIsUnderTheseRules() throws Exception {
        var found = new TreeSet<String>();
        for (var root : Set.of("plugin-api", "core", "plugins")) {
            try (var files = Files.walk(Path.of("../..", root), 5)) {
                files.filter(file -> file.endsWith("src/main/java/module-info.java"))
                        .map(file -> Path.of("../..")
                                .relativize(
                                        file.getParent().getParent().getParent().getParent()))
                        .map(Path::toString)
                        .filter(folder -> !folder.startsWith("plugin-api/examples"))
                        .forEach(found::add);
            }
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(Modules.FOLDERS.values());
    }

    /** What one of ours keeps is never taken for what somebody left, so each of them is on the kernel's list. */
    @Test
    void theKernelKnowsTheIdsOfOurPlugins() throws Exception {
        var id = Pattern.compile("@PluginModule\\(\\s*id = \"([a-z-]+)\"");
        var ids = new TreeSet<String>();
        try (var folders = Files.list(Path.of("../../plugins"))) {
            for (var folder : folders.toList()) {
                var module = folder.resolve("src/main/java/module-info.java");
                if (!Files.exists(module)) continue;
                var written = id.matcher(Files.readString(module));
                assertThat(written.find()).as(module.toString()).isTrue();
                ids.add(written.group(1));
            }
        }
        assertThat(OurPlugins.ids()).containsExactlyInAnyOrderElementsOf(ids);
    }

    private static Set<String> requires(ModuleDescriptor descriptor) {
        return descriptor.requires().stream()
                .map(ModuleDescriptor.Requires::name)
                .collect(Collectors.toSet());
    }
}
