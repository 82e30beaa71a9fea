package org.wvwbuilder.loadtest;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wvwbuilder.plugin.Subcommand.Call;
import org.wvwbuilder.plugin.Subcommand.CommandFailure;
import org.wvwbuilder.plugin.Subcommand.Screen;
import org.wvwbuilder.plugin.Subcommand.Span;

/** What an operator types, and what he sees then. */
final class Typed implements Call, Screen {
    final Map<String, String> environment = new HashMap<>();
    final StringBuilder seen = new StringBuilder();
    Object value;
    private final Map<String, String> options = new LinkedHashMap<>();
    private final String target;
    private String input = "";
    private boolean json;

    private Typed(String target, List<String> words) {
        this.target = target;
        for (var i = 0; i < words.size(); i++) {
            var name = words.get(i).substring(2);
            var flag = Options.ALL.stream()
                    .anyMatch(
                            one -> one.name().equals(name) && one.placeholder().isEmpty());
            options.put(name, flag ? "" : words.get(++i));
        }
    }

    static Typed at(LocalServer server, String... words) {
        return new Typed(server.address(), List.of(words));
    }

    static Typed at(String target, String... words) {
        return new Typed(target, List.of(words));
    }

    Typed input(String text) {
        input = text;
        return this;
    }

    Typed asJson() {
        json = true;
        return this;
    }

    /** @return the exit code */
    int run() throws Exception {
        var command = new LoadTestCommand(
                () -> Instant.parse("2026-11-28T20:00:00Z"),
                environment,
                () -> Optional.<URI>empty(),
                InetAddress::getAllByName);
        try {
            command.command().subcommands().getFirst().body().run(this);
            return 0;
        } catch (CommandFailure e) {
            seen.append(e.getMessage());
            return e.exitCode();
        }
    }

    @Override
    public Optional<String> argument(String name) {
        return Optional.ofNullable(target);
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
        return new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Screen screen() {
        return this;
    }

    @Override
    public boolean terminal() {
        return false;
    }

    @Override
    public boolean json() {
        return json;
    }

    @Override
    public void line(Span... spans) {
        for (var span : spans) seen.append(span.text());
        seen.append('\n');
    }

    @Override
    public void value(Object told) {
        value = told;
    }

    @Override
    public boolean gone() {
        return false;
    }
}
