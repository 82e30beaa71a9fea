package org.wvwbuilder.server;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.wvwbuilder.cli.Backstage.Lock;
import org.wvwbuilder.data.Copies;
import org.wvwbuilder.data.Restoring;
import org.wvwbuilder.kernel.Fault;
import org.wvwbuilder.plugin.DatabaseCopies.Restored;

/** Has a restore carried out that stands in the data folder: by the server that has the folder, else by this command. */
final class CommandRestore implements Copies.Carrying {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int GLANCE_MILLIS = 200;
    private final Configuration configuration;
    private final Restoring restoring;

    CommandRestore(Configuration configuration) {
        this.configuration = configuration;
        this.restoring = Restoring.of(configuration.data(), configuration.database(), InstantSource.system());
    }

    /** Also where a server may run that only its own account can see. */
    @Override
    public boolean served() {
        var lock = Occupation.look(configuration.data().directory()).lock();
        return lock == Lock.HELD || lock == Lock.HIDDEN;
    }

    @Override
    public Restored carryOut() throws IOException {
        try {
            settle();
        } catch (Fault fault) {
            throw new IOException(fault.sentence(), fault);
        }
        return restoring
                .last()
                .orElseThrow(() -> new IOException("the restore left no trace: look into the server's log"));
    }

    /** Returns when no restore is pending any more, at once when none is. */
    void settle() throws Fault, IOException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (restoring.pending()) {
            var occupation = Occupation.take(configuration.data().directory());
            if (occupation.isPresent()) {
                try {
                    restoring.carryOut();
                } finally {
                    occupation.get().close();
                }
                continue;
            }
            if (System.nanoTime() > end) {
                throw new Fault("the server has not carried out the restore yet", "look into its log, or restart it");
            }
            await();
        }
    }

    private static void await() throws Fault {
        try {
            Thread.sleep(GLANCE_MILLIS);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw new Fault("the wait for the restore was ended", "see 'gw2 backup list' for how it went", asked);
        }
    }
}
