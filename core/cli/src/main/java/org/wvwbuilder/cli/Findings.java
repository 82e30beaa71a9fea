package org.wvwbuilder.cli;

/** Takes what an examination of the installation found, while it goes on. */
public interface Findings {

    /** A part is being looked at, which may take a while. */
    void looking(String part);

    void found(Finding finding);

    /** Nothing is wrong with this part. */
    default void ok(String part, String what) {
        found(new Finding(part, Verdict.OK, what, ""));
    }

    default void warning(String part, String what, String remedy) {
        found(new Finding(part, Verdict.WARNING, what, remedy));
    }

    default void problem(String part, String what, String remedy) {
        found(new Finding(part, Verdict.PROBLEM, what, remedy));
    }

    /** How bad it is. */
    enum Verdict {
        OK,
        /** It works, and will not for long, or not well. */
        WARNING,
        /** It keeps the server from working, or endangers the data. */
        PROBLEM
    }

    /**
     * @param part one word or two: {@code port}
     * @param what what was found, a sentence without its full stop
     * @param remedy what to do, best a command to run; empty when all is well
     */
    record Finding(String part, Verdict verdict, String what, String remedy) {}
}
