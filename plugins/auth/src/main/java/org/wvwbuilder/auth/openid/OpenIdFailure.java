package org.wvwbuilder.auth.openid;

/** Ends a sign-in with a provider. The code is stable and goes to the browser; the message goes to the log. */
public final class OpenIdFailure extends Exception {
    private static final long serialVersionUID = 1;

    /** What the sign-in page can explain. */
    public enum Code {
        /** The browser did not begin this sign-in, it took too long, or it came back before. */
        STATE,
        /** The person or the provider said no. */
        DENIED,
        /** The provider cannot be reached, or does not answer as it should. */
        PROVIDER,
        /** What the provider sent is not to be trusted. */
        TOKEN,
        /** Nobody knows this person, and the server takes no registrations. */
        UNKNOWN,
        /** Somebody else has the identity. */
        TAKEN,
        /** The account was disabled. */
        DISABLED,
        /** The session that wanted the link has ended. */
        SESSION
    }

    private final Code code;

    public OpenIdFailure(Code code, String why) {
        super(why, null, false, false);
        this.code = code;
    }

    /** As the address of the sign-in page carries it: {@code openid-state}. */
    public String code() {
        return "openid-" + code.name().toLowerCase(java.util.Locale.ROOT);
    }
}
