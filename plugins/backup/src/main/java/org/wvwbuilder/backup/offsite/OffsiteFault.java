package org.wvwbuilder.backup.offsite;

/** Why a copy could not be made, read or removed. The message is one sentence that ends with what to do. */
public final class OffsiteFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What is at fault, so that a caller can tell people apart from networks. */
    public enum Kind {
        /** The settings, the files of the secrets, or the rights that the storage gives this key. */
        SETTINGS,
        /** No answer, or one that asks for patience, several times over: again later. */
        UNREACHABLE,
        /** There is no such copy. */
        MISSING,
        /** The copy is not what was stored: it was changed or cut. */
        DAMAGED,
        /** The copy was sealed with a key that is not in the key file. */
        WRONG_KEY,
        /** The storage does not do what S3 does. */
        INCOMPATIBLE,
        /** Somebody ended it. */
        STOPPED
    }

    private final Kind kind;

    public OffsiteFault(Kind kind, String message) {
        this(kind, message, null);
    }

    public OffsiteFault(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
