package org.wvwbuilder.server.doctor;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.cli.Backstage.Lock;
import org.wvwbuilder.cli.Bulletin;

/**
 * What is looked at.
 *
 * @param home the folder of the distribution
 * @param settings the file that the settings come from; it need not exist
 * @param secretsInSettings whether a password stands in that file
 * @param secretFiles files that settings name, whose content nobody else may read
 * @param certificate what the setting {@code health.certificate} says
 * @param freeSpace MiB that the disk is to have left
 * @param lock what the data folder says of a server
 * @param pid of that server
 * @param address where it answers or would
 * @param bulletin what it wrote last
 */
public record Patient(
        Path home,
        Path settings,
        boolean secretsInSettings,
        List<Path> secretFiles,
        Optional<String> certificate,
        Path data,
        Path logs,
        Path plugins,
        int freeSpace,
        String host,
        int port,
        Lock lock,
        Optional<Long> pid,
        Optional<URI> address,
        Optional<Bulletin> bulletin) {

    /** Whether a server has the data folder now. */
    boolean alive() {
        return lock == Lock.HELD;
    }
}
