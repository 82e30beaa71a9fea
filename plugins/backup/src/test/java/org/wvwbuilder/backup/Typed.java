package org.wvwbuilder.backup;

import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.plugin.Subcommand;

/** A command as an operator types it, its output in a pipe. */
record Typed(String argument, Set<String> flags) implements Subcommand.Call, Subcommand.Screen {

    static Subcommand.Answer run(Contribution.Command command, String argument, String... flags) throws Exception {
        return command.subcommands().getFirst().body().run(new Typed(argument, Set.of(flags)));
    }

    @Override
    public Optional<String> argument(String name) {
        return name.equals("id") ? Optional.empty() : Optional.of(argument);
    }

    @Override
    public Optional<String> option(String name) {
        return Optional.empty();
    }

    @Override
    public boolean flag(String name) {
        return flags.contains(name);
    }

    @Override
    public InputStream input() {
        return InputStream.nullInputStream();
    }

    @Override
    public Subcommand.Screen screen() {
        return this;
    }

    @Override
    public boolean terminal() {
        return false;
    }

    @Override
    public boolean json() {
        return false;
    }

    @Override
    public void line(Subcommand.Span... spans) {}

    @Override
    public void value(Object value) {}

    @Override
    public boolean gone() {
        return false;
    }
}
