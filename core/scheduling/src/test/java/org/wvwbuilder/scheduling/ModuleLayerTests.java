package org.wvwbuilder.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.io.File;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import org.wvwbuilder.testing.Await;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

class ModuleLayerTests {
    private static final Pattern HOST_LAYER = Pattern.compile(
            ".*/(core/[a-z]+/target|plugin-api/api/target|flyway|HikariCP|sqlite-jdbc|postgresql-4|quartz|slf4j-api"
                    + "|logback|jakarta\\.(ws|annotation)|apiguardian).*");

    /** As the server does it, and unlike the other tests, which run on the class path. */
    @OnBothEngines
    void dataAndJobsWorkInALayerOfModulesBelowTheFirst(TestDatabase fresh) throws Exception {
        var jars = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> HOST_LAYER.matcher(entry).matches())
                .filter(entry -> !entry.matches(".*/(test-classes|core/testing/.*)"))
                .map(Path::of)
                .toArray(Path[]::new);
        var boot = ModuleLayer.boot();
        var resolved = boot.configuration()
                .resolve(
                        ModuleFinder.of(jars),
                        ModuleFinder.of(),
                        Set.of("org.wvwbuilder.scheduling", "org.wvwbuilder.data"));
        var layer = boot.defineModulesWithOneLoader(resolved, ClassLoader.getPlatformClassLoader());
        var loader = layer.findLoader("org.wvwbuilder.data");

        var data = loader.loadClass("org.wvwbuilder.data.DataConfig")
                .getConstructors()[0]
                .newInstance(fresh.directory(), 1);
        var database = loader.loadClass("org.wvwbuilder.data.DatabaseConfig")
                .getConstructors()[0]
                .newInstance(fresh.url(), fresh.user(), fresh.password(), 2, Duration.ofSeconds(10));
        var dataHost = loader.loadClass("org.wvwbuilder.data.DataHost");
        assertThat(dataHost.getModule().isNamed()).isTrue();
        try (var opened =
                (AutoCloseable) dataHost.getMethod("open", data.getClass(), database.getClass(), InstantSource.class)
                        .invoke(null, data, database, InstantSource.system())) {
            var scheduling = loader.loadClass("org.wvwbuilder.scheduling.SchedulingHost");
            try (var jobs = (AutoCloseable) scheduling
                    .getMethod("of", loader.loadClass("org.wvwbuilder.kernel.Databases"), InstantSource.class)
                    .invoke(null, opened, InstantSource.system())) {
                scheduling.getMethod("start").invoke(jobs);
                Await.until(
                        "Quartz runs",
                        () -> Thread.getAllStackTraces().keySet().stream()
                                .anyMatch(thread -> thread.getName().contains("QuartzSchedulerThread")));
                assertThat(scheduling.getMethod("all").invoke(jobs))
                        .asInstanceOf(LIST)
                        .isEmpty();
            }
        }
    }
}
