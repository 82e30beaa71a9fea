package org.wvwbuilder.backup.archive;

import java.nio.file.Path;

/**
 * A backup that was written and is safe on the disk.
 *
 * @param bytes the size of the file
 * @param sha256 of the whole file, as {@code sha256sum} prints it
 */
public record Archive(Path file, long bytes, String sha256, Manifest manifest) {}
