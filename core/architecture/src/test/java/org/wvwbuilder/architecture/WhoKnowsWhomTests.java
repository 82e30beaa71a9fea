package org.wvwbuilder.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

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

    private static Set<String> requires(ModuleDescriptor descriptor) {
        return descriptor.requires().stream()
                .map(ModuleDescriptor.Requires::name)
                .collect(Collectors.toSet());
    }
}
