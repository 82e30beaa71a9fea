package org.wvwbuilder.data;

import java.io.IOException;

/** A copy could not be put in place of the database, which is for certain as it was. The message says what to do. */
final class UntouchedException extends IOException {
    private static final long serialVersionUID = 1;

    UntouchedException(String message, Throwable cause) {
        super(message, cause);
    }
}
