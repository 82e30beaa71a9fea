package org.wvwbuilder.server;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.wvwbuilder.boot.World;
import org.wvwbuilder.cli.Exit;
import org.wvwbuilder.data.Restoring;
import org.wvwbuilder.kernel.ConfigurationFault;
import org.wvwbuilder.kernel.Fault;
import org.wvwbuilder.plugin.DatabaseCopies.Restored;

/** What a server does from opening the database to closing it. */
final class ServerLife {
    private static final System.Logger LOG = System.getLogger(ServerLife.class.getName());
    /** How long requests under way may take once the process is told to end. */
    private static final Duration DRAIN = Duration.ofSeconds(20);

    private static final int GLANCE_MILLIS = 500;
    private final World world;
    private final Configuration configuration;
    private final Occupation occupation;
    private final Supervisor supervisor;
    private final Restoring restoring;
    private final Closing closing = new Closing();
    private final CountDownLatch ended = new CountDownLatch(1);
    private boolean assembled;

    ServerLife(World world, Configuration configuration, Occupation occupation, Supervisor supervisor) {
        this.world = world;
        this.configuration = configuration;
        this.occupation = occupation;
        this.supervisor = supervisor;
        this.restoring = Restoring.of(configuration.data(), configuration.database(), InstantSource.system());
    }

    /** @return the exit code; empty when the server has to begin anew, because somebody wants a backup restored */
    OptionalInt live() throws InterruptedException {
        Optional<Restored> restored = Optional.empty();
        try {
            restored = restoring.carryOut().or(restoring::untried);
            serve();
            restoring.tried();
        } catch (ConfigurationFault e) {
            leaveToTheEnd();
            LOG.log(Level.ERROR, e.getMessage());
            // Before the database was opened it cannot be at fault.
            return failed(Exit.CONFIGURATION, restored.filter(one -> assembled), e.getMessage());
        } catch (Fault e) {
            leaveToTheEnd();
            LOG.log(Level.ERROR, e.getMessage() + " " + e.remedy(), e.getCause());
            return failed(Exit.FAILED, restored, e.getMessage());
        } catch (IOException e) {
            leaveToTheEnd();
            // A port or a folder: the sentence says it all.
            LOG.log(Level.ERROR, "the server cannot start: " + e.getMessage());
            LOG.log(Level.DEBUG, "why", e);
            return failed(Exit.FAILED, Optional.empty(), e.getMessage());
        } catch (RuntimeException e) {
            leaveToTheEnd();
            LOG.log(Level.ERROR, "the server cannot start: " + e.getMessage(), e);
            return failed(Exit.FAILED, restored, String.valueOf(e.getMessage()));
        }
        awaitRestore();
        LOG.log(Level.INFO, "the server starts again, to restore a backup");
        supervisor.restores();
        end();
        return OptionalInt.empty();
    }

    /** A restored database with which the server does not start is given up for the one from before. */
    private OptionalInt failed(int exit, Optional<Restored> restored, String why) {
        end();
        try {
            var done = restored.filter(one -> one.outcome() == Restored.Outcome.DONE);
            if (done.isPresent() && restoring.undo(done.get(), why)) return OptionalInt.empty();
        } catch (Fault e) {
            LOG.log(Level.ERROR, e.getMessage() + " " + e.remedy(), e.getCause());
        }
        return OptionalInt.of(exit);
    }

    private void serve() throws ConfigurationFault, Fault, IOException {
        LOG.log(Level.INFO, "WvW Builder {0} starts", Release.version());
        var assembly = Assembly.of(world, configuration, closing);
        assembled = true;
        var missing = assembly.kernel().platform().missing();
        if (!missing.isEmpty()) throw new ConfigurationFault(Assembly.explain(missing));
        var address = assembly.http().start();
        // Opened after the rest, so that it is closed first: no new requests while the others close.
        closing.add("the web server", () -> assembly.http().stop(DRAIN));
        occupation.tell(address);
        supervisor.serves(address);
        assembly.kernel().announcements().forEach(System.out::println);
        closing.add("the watch over memory", OldGeneration.watch()::run);
        welcome(address);
    }

    /** The one line that scripts wait for, and the log's. */
    private static void welcome(URI address) {
        LOG.log(Level.INFO, "ready {0}", address);
    }

    /** A command may ask for a restore, too: what counts is the note in the data folder. */
    private void awaitRestore() throws InterruptedException {
        while (!restoring.pending()) {
            // Once the process is told to end, this thread has nothing more to say.
            if (ended.await(GLANCE_MILLIS, TimeUnit.MILLISECONDS)) leaveToTheEnd();
        }
    }

    /** What fails once the process is told to end, fails because of that, and is no reason to give up a restore. */
    private void leaveToTheEnd() throws InterruptedException {
        if (ended.getCount() == 0) new CountDownLatch(1).await();
    }

    void end() {
        // Called again when the process ends by itself; whoever comes second waits for the first.
        if (ended.getCount() > 0) LOG.log(Level.INFO, "WvW Builder ends");
        ended.countDown();
        closing.close();
    }
}
