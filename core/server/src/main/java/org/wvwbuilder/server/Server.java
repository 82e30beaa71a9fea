package org.wvwbuilder.server;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.wvwbuilder.boot.World;
import org.wvwbuilder.cli.Exit;

/** A server process: from the lock on its data folder to the last line in its log. It lives once, or again after a restore. */
final class Server {
    private final World world;
    private final Configuration configuration;
    private final AtomicReference<ServerLife> life = new AtomicReference<>();

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
        // The lock stays ours between two lives, so that nobody else takes the folder meanwhile.
        Logging.start(configuration.logs());
        var supervisor = Supervisor.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(occupation.get(), supervisor), "stop"));
        while (true) {
            var next = new ServerLife(world, configuration, occupation.get(), supervisor);
            life.set(next);
            var end = next.live();
            if (end.isPresent()) return end.getAsInt();
        }
    }

    private void stop(Occupation occupation, Supervisor supervisor) {
        supervisor.close();
        var last = life.get();
        if (last != null) last.end();
        try {
            occupation.close();
        } catch (IOException unimportant) {
            // The lock ends with the process.
            System.getLogger(Server.class.getName()).log(System.Logger.Level.DEBUG, "the lock", unimportant);
        }
        Logging.stop();
    }
}
