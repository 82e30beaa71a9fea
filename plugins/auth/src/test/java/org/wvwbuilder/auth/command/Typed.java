package org.wvwbuilder.auth.command;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.wvwbuilder.auth.Installation;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.plugin.Subcommand.Answer;
import org.wvwbuilder.plugin.Subcommand.Call;
import org.wvwbuilder.plugin.Subcommand.Screen;

/** What somebody typed behind {@code gw2 user}. */
public record Typed(Map<String, String> arguments, Map<String, String> options, String typed) implements Call {

    public static Answer run(Installation installation, String name, Call call) throws Exception {
        return installation.contributions(Contribution.Command.class).getFirst().subcommands().stream()
                .filter(subcommand -> subcommand.name().equals(name))
                .findFirst()
                .orElseThrow()
                .body()
                .run(call);
    }

    @Override
    public Screen screen() {
        throw new UnsupportedOperationException("these commands print one answer");
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
        return new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8));
    }
}
