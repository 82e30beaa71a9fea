package org.wvwbuilder.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

/** What the server begins while a plugin waits for a connection is not taken for the plugin's. */
class PoolThreadsTests {

    @OnBothEngines
    void threadsOfThePoolDoNotTakeOverThePluginsLoader(TestDatabase fresh) throws Exception {
        var waiting = Thread.currentThread();
        var before = waiting.getContextClassLoader();
        try (var host = Fixture.open(fresh);
                var plugin = new URLClassLoader(new URL[0]);
                var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            waiting.setContextClassLoader(plugin);
            // Each keeps its connection until all have one, so that the pool has to make new ones.
            var all = new CountDownLatch(3);
            var reads = new ArrayList<Future<?>>();
            for (int i = 0; i < 3; i++) {
                reads.add(readers.submit(() -> host.database().read(connection -> {
                    all.countDown();
                    return await(all);
                })));
            }
            for (var read : reads) assertThat(read.get()).isEqualTo(true);
            var grown = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread != waiting && thread.getContextClassLoader() == plugin)
                    .map(Thread::getName);
            assertThat(grown).isEmpty();
        } finally {
            waiting.setContextClassLoader(before);
        }
    }

    private static boolean await(CountDownLatch all) {
        try {
            return all.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException asked) {
            throw new IllegalStateException(asked);
        }
    }
}
