package org.wvwbuilder.kernel;

/** A plugin is refused or failed. Says why, and what to do about it. */
public final class Fault extends Exception {
    private static final long serialVersionUID = 1;
    private final String remedy;

    /**
     * @param reason what is wrong, with the names and versions that matter
     * @param remedy what to do about it, addressed to the operator
     */
    public Fault(String reason, String remedy) {
        this(reason, remedy, null);
    }

    public Fault(String reason, String remedy, Throwable cause) {
        super(reason, cause);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }

    /** The reason and the remedy as people read them, one behind the other. */
    public String sentence() {
        return sentence(getMessage(), remedy);
    }

    /** A reason and its remedy, with the mark between them that is missing. */
    public static String sentence(String reason, String remedy) {
        if (remedy.isEmpty() || reason.isEmpty()) return reason + remedy;
        if (reason.matches("(?s).*[.!?]")) return reason + " " + remedy;
        return reason + (Character.isLowerCase(remedy.charAt(0)) ? "; " : ". ") + remedy;
    }
}
