package org.wvwbuilder.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Quality D5: a busy database is the server's business, never a client's. */
class ContentionTests {
    private static final int REQUESTS = 50_000;
    private static final int CLIENTS = 64;
    private static final int WRITING = 16;

    @TempDir
    Path folder;

    @Test
    void noClientIsToldThatTheDatabaseIsBusy() throws Exception {
        var statuses = new ConcurrentHashMap<Integer, Integer>();
        var unexpected = new ConcurrentLinkedQueue<String>();
        var number = new AtomicInteger();
        try (var gw2 = Gw2.in(folder)) {
            Accounts.addCommander(gw2);
            var client = Accounts.signIn(gw2.run());
            try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
                for (var i = 0; i < CLIENTS; i++) {
                    var writes = i < WRITING;
                    clients.submit(() -> {
                        for (var n = number.incrementAndGet(); n <= REQUESTS; n = number.incrementAndGet()) {
                            var answer = writes
                                    ? client.saveBuild("build " + n)
                                    : client.get(n % 2 == 0 ? "/api/v1/builds?owner=me&limit=5" : "/api/v1/users/me");
                            statuses.merge(answer.statusCode(), 1, Integer::sum);
                            if (answer.statusCode() > 201) unexpected.add(answer.body());
                        }
                        return null;
                    });
                }
            }
        }
        assertThat(statuses.keySet()).as("%s", unexpected).containsExactlyInAnyOrder(200, 201);
        assertThat(statuses.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(REQUESTS);
        // How many of them are writes depends on how busy the machine is; each waits for its fsync.
        assertThat(statuses)
                .extractingByKey(201)
                .satisfies(writes -> assertThat(writes).isGreaterThan(100));
    }
}
