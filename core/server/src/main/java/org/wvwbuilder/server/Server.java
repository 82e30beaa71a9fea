package org.wvwbuilder.server;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.wvwbuilder.boot.World;
import org.wvwbuilder.cli.Exit;
import org.wvwbuilder.kernel.ConfigurationFault;
import org.wvwbuilder.kernel.Fault;

/** The life of a server process: from the lock on its data folder to the last line in its log. */
final class Server {
    private static final System.Logger LOG = System.getLogger(Server.class.getName());
    /** How long requests under way may take once the process is told to end. */
    private static final Duration DRAIN = Duration.ofSeconds(20);

    private final World world;
    private final Configuration configuration;
    private final Closing closing = new Closing();

    Server(World world, Configuration configuration) {
        this.world = world;
        this.configuration = configuration;
    }

    /** Serves until the process is told to end; the exit code of the signal follows then. */
    int run() throws Exception {
        var directory = configuration.data().directory();
        var occupation = Occupation.take(directory);
        if (occupation.isEmpty()) {
            System.err.println("Another server uses " + directory + " already: stop it first, or set data.directory.");
            return Exit.FAILED;
        }
        closing.add("the lock of the data folder", occupation.get());
        Logging.start(configuration.logs());
        try {
            serve(occupation.get());
        } catch (ConfigurationFault e) {
            LOG.log(System.Logger.Level.ERROR, e.getMessage());
            return end(Exit.CONFIGURATION);
        } catch (Fault e) {
            LOG.log(System.Logger.Level.ERROR, e.getMessage() + " " + e.remedy(), e.getCause());
            return end(Exit.FAILED);
        } catch (IOException e) {
            // A port or a folder: the sentence says it all.
            LOG.log(System.Logger.Level.ERROR, "the server cannot start: " + e.getMessage());
            LOG.log(System.Logger.Level.DEBUG, "why", e);
            return end(Exit.FAILED);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "the server cannot start: " + e.getMessage(), e);
            return end(Exit.FAILED);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(Exit.OK), "stop"));
        new CountDownLatch(1).await();
        return Exit.OK;
    }

    private void serve(Occupation occupation) throws ConfigurationFault, Fault, IOException {
        LOG.log(System.Logger.Level.INFO, "WvW Builder {0} starts", Release.version());
        var assembly = Assembly.of(world, configuration, closing);
        var missing = assembly.kernel().platform().missing();
        if (!missing.isEmpty()) throw new ConfigurationFault(Assembly.explain(missing));
        var address = assembly.http().start();
        // Opened after the rest, so that it is closed first: no new requests while the others close.
        closing.add("the web server", () -> assembly.http().stop(DRAIN));
        occupation.tell(address);
        assembly.kernel().announcements().forEach(System.out::println);
        welcome(address);
    }

    /** The one line that scripts wait for, and the log's. */
    private static void welcome(URI address) {
        LOG.log(System.Logger.Level.INFO, "ready {0}", address);
    }

    private int end(int exit) {
        LOG.log(System.Logger.Level.INFO, "WvW Builder ends");
        closing.close();
        Logging.stop();
        return exit;
    }
}
