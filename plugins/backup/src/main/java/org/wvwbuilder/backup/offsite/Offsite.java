package org.wvwbuilder.backup.offsite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.wvwbuilder.backup.archive.Progress;

/**
 * One place outside of this machine. Its methods take as long as the network does, retry what is worth it for a bounded time,
 * end when their thread is interrupted, and throw an {@link OffsiteFault}. They need little memory whatever the size.
 * Safe for use by several threads, but two may not store under one name at once.
 */
public interface Offsite extends AutoCloseable {

    /** The name of its table in the settings. */
    String name();

    /** Where it is, for people: {@code https://s3.example.org/guild/backups/}. */
    String location();

    /**
     * Asks for the list and no more: whether the address, the key and the bucket are right.
     *
     * @throws OffsiteFault of kind SETTINGS or UNREACHABLE
     */
    void check();

    /**
     * Copies a backup. It is visible there when all of it has arrived, and not at all when this fails at any moment, even by
     * the end of the process. A copy of the same name is replaced.
     *
     * @param name 1 to 200 letters, digits, dots, dashes, underscores; begins with a letter or digit
     * @return VERIFIED, or COPIED when the settings say that copies are not read back
     * @throws IOException when the backup cannot be read
     */
    Copy store(Path archive, String name, Progress progress) throws IOException;

    /** Every copy, the newest name first; the state is COPIED, since none is read. */
    List<Copy> list();

    /** Reads a copy without keeping it. @throws OffsiteFault of kind MISSING, DAMAGED or WRONG_KEY */
    Copy verify(String name, Progress progress);

    /**
     * Brings a copy back. The file appears when all of it has arrived and is as it was stored.
     *
     * @param target a file that does not exist yet
     * @throws OffsiteFault of kind MISSING, DAMAGED or WRONG_KEY, as {@link #verify}
     * @throws IOException when the file cannot be written
     */
    Copy fetch(String name, Path target, Progress progress) throws IOException;

    /** Removes a copy. @return whether there was one */
    boolean delete(String name);

    @Override
    void close();
}
