package org.wvwbuilder.builds.official;

/** The official API did not answer as it should, also after waiting; the message ends with what to do. */
public final class OfficialApiFault extends Exception {
    private static final long serialVersionUID = 1;

    private final boolean key;

    OfficialApiFault(String message, boolean key) {
        super(message);
        this.key = key;
    }

    /** Whether it is the key that was refused. */
    public boolean aboutKey() {
        return key;
    }
}
