package org.wvwbuilder.plugin;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * One action of a {@link Contribution.Command}: {@code gw2 user add --email E}. {@code --help} and {@code --json} are
 * added by the server. It runs in a process of its own, beside a running server or without one.
 *
 * {@snippet lang=java :
 * var count = new Subcommand(
 *         "count",
 *         "How many notes there are",
 *         List.of(),
 *         List.of(new Subcommand.Option("of", "NAME", "only those of one person", false)),
 *         call -> {
 *             int notes = call.option("of").isPresent() ? 3 : 42;
 *             return new Subcommand.Answer(Map.of("notes", notes), notes + " notes");
 *         });
 * var command = new Contribution.Command("guild-notes", "Notes of the guild", List.of(count));
 * }
 */
@API(status = API.Status.STABLE, since = "1.0")
public record Subcommand(String name, String summary, List<Argument> arguments, List<Option> options, Body body) {

    public Subcommand {
        arguments = List.copyOf(arguments);
        options = List.copyOf(options);
    }

    /**
     * A value by position.
     *
     * @param name in the help; what {@link Call#argument} is asked for
     * @param summary one line
     */
    public record Argument(String name, String summary, boolean required) {}

    /**
     * A value by name.
     *
     * @param name without the two dashes
     * @param placeholder what stands for the value in the help; empty for a flag
     * @param summary one line
     * @param letter a short name, one letter without its dash; empty for none
     */
    public record Option(String name, String placeholder, String summary, boolean required, String letter) {
        /** Without a short name. */
        public Option(String name, String placeholder, String summary, boolean required) {
            this(name, placeholder, summary, required, "");
        }
    }

    /** What it does. Fails with a {@link CommandFailure}; anything else is a defect and exits with 1. */
    @FunctionalInterface
    public interface Body {
        /** @throws Exception a {@link CommandFailure}, or a defect */
        Answer run(Call call) throws Exception;
    }

    /** The words that the operator typed. */
    public interface Call {
        /** Empty when it was left out. @throws IllegalArgumentException when there is no such argument */
        Optional<String> argument(String name);

        /** Empty when it was left out. */
        Optional<String> option(String name);

        /** Whether it was given. */
        boolean flag(String name);

        /** The process' standard input, for secrets that must not stand on a command line. */
        InputStream input();

        /** Where to print while it runs, for what is too much to be one {@link Answer} or has no end. */
        Screen screen();
    }

    /** The process' standard output. Whatever would steer a terminal is spelled out, so a text may come from anywhere. */
    public interface Screen {

        /** Whether a person looks at a terminal; false in a pipe and for a file. */
        boolean terminal();

        /** Whether JSON was asked for. */
        boolean json();

        /** One line; colours only where they are wanted. */
        void line(Span... spans);

        /**
         * How far the work is, for whoever waits: a line that the next one replaces. Shown on a terminal only, and not
         * with {@code --json}; nothing is left of it in a pipe or a file.
         */
        default void progress(String text) {}

        /** A record, map, list or simple value as one line of JSON. */
        void value(Object value);

        /** True once nobody reads any more: there is no use in going on. */
        boolean gone();
    }

    /** Some words with one meaning. */
    public record Span(Tone tone, String text) {}

    /** What words mean, and so which colour they have. */
    public enum Tone {
        /** Red. */
        BAD,
        /** Yellow. */
        DOUBTFUL,
        /** Green. */
        GOOD,
        /** Cyan. */
        DETAIL,
        /** The terminal's own. */
        PLAIN
    }

    /**
     * What to print.
     *
     * @param value records, lists, maps and simple values, printed with {@code --json}
     * @param text the same for a reader, printed without it
     */
    public record Answer(Object value, String text) {
        /** For an action that has printed to its {@link Screen} what there was to say. */
        public static final Answer PRINTED = new Answer(List.of(), "");
    }

    /** One sentence for the operator that says what to do. */
    public static final class CommandFailure extends Exception {
        private static final long serialVersionUID = 1;
        private final int exitCode;

        /**
         * A failure.
         *
         * @param exitCode 1 for refused, 2 for wrong usage; others as the command's guide says
         */
        public CommandFailure(int exitCode, String sentence) {
            super(sentence);
            this.exitCode = exitCode;
        }

        /** What the process ends with. */
        public int exitCode() {
            return exitCode;
        }
    }
}
