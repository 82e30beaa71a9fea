package org.wvwbuilder.cli;

import picocli.CommandLine.ParseResult;

/** What a command does once its words were understood. */
@FunctionalInterface
interface Action {

    /** @return the exit code */
    int run(Stage stage, ParseResult words) throws Exception;

    /**
     * What every command works with.
     *
     * @param json whether the answer is to be JSON
     */
    record Stage(Backstage backstage, Launch launch, Terminal terminal, boolean json) {

        /** Prints the value with {@code --json}, else the text. */
        void answer(Object value, String text) {
            terminal.out().println(json ? Json.write(value) : text);
        }
    }
}
