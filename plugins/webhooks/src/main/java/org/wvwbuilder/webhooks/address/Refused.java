package org.wvwbuilder.webhooks.address;

/** An address that no webhook may have. The message completes the sentence "what is expected is …". */
public final class Refused extends Exception {
    private static final long serialVersionUID = 1;

    public Refused(String expected) {
        super(expected, null, false, false);
    }
}
