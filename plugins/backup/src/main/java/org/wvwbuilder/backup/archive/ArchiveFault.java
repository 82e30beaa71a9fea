package org.wvwbuilder.backup.archive;

/** Why a file is no backup that could be trusted, or why none can be made of what was given. Nothing was changed. */
public final class ArchiveFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param message one sentence that names the fault and ends with what to do */
    public ArchiveFault(String message) {
        super(message);
    }

    public ArchiveFault(String message, Throwable cause) {
        super(message, cause);
    }
}
