package org.wvwbuilder.testing;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.plugin.Subcommand.Answer;
import org.wvwbuilder.plugin.Subcommand.Call;

/**
 * What an operator types behind a plugin's command.
 *
 * @param arguments by their names
 * @param options by their names without dashes; of one that takes no value it is empty
 * @param text what comes by the standard input
 * @param screen where the command prints while it runs
 */
public record Typed(Map<String, String> arguments, Map<String, String> options, String text, Printout screen)
        implements Call {

    public Typed(Map<String, String> arguments, Map<String, String> options, String text) {
        this(arguments, options, text, new Printout());
    }

    public Typed(Map<String, String> arguments, Map<String, String> options) {
        this(arguments, options, "");
    }

    /** Types it behind a command that has no subcommands, or one. */
    public Answer run(Contribution.Command command) throws Exception {
        return command.subcommands().getFirst().body().run(this);
    }

    public Answer run(Contribution.Command command, String subcommand) throws Exception {
        return command.subcommands().stream()
                .filter(one -> one.name().equals(subcommand))
                .findFirst()
                .orElseThrow(() -> new AssertionError(command.name() + " has no " + subcommand))
                .body()
                .run(this);
    }

    @Override
    public Optional<String> argument(String name) {
        return Optional.ofNullable(arguments.get(name));
    }

    @Override
    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    @Override
    public boolean flag(String name) {
        return options.containsKey(name);
    }

    @Override
    public InputStream input() {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
