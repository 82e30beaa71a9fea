package org.wvwbuilder.builds.share;

/** Says why a text is no share code; the message ends with what to do. */
public final class ShareCodeFault extends Exception {
    private static final long serialVersionUID = 1;

    ShareCodeFault(String message) {
        super(message, null, false, false);
    }
}
