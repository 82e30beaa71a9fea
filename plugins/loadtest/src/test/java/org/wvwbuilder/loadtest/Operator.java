package org.wvwbuilder.loadtest;

import java.net.InetAddress;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wvwbuilder.plugin.Subcommand.CommandFailure;
import org.wvwbuilder.testing.Printout;
import org.wvwbuilder.testing.Typed;

/** Who types the command, and what he sees then. */
final class Operator {
    final Map<String, String> environment = new HashMap<>();
    private final Map<String, String> arguments;
    private final Map<String, String> options = new LinkedHashMap<>();
    private String input = "";
    private Printout printout = new Printout();

    private Operator(String target, List<String> words) {
        arguments = Map.of("target", target);
        for (var i = 0; i < words.size(); i++) {
            var name = words.get(i).substring(2);
            var flag = Options.ALL.stream()
                    .anyMatch(
                            one -> one.name().equals(name) && one.placeholder().isEmpty());
            options.put(name, flag ? "" : words.get(++i));
        }
    }

    static Operator at(LocalServer server, String... words) {
        return new Operator(server.address(), List.of(words));
    }

    static Operator at(String target, String... words) {
        return new Operator(target, List.of(words));
    }

    Operator input(String text) {
        input = text;
        return this;
    }

    Operator asJson() {
        printout = new Printout(false, true);
        return this;
    }

    Typed typed() {
        return new Typed(arguments, options, input, printout);
    }

    /** @return the exit code */
    int run() throws Exception {
        var command = new LoadTestCommand(
                () -> Instant.parse("2026-11-28T20:00:00Z"),
                environment,
                () -> Optional.<URI>empty(),
                InetAddress::getAllByName);
        try {
            typed().run(command.command());
            return 0;
        } catch (CommandFailure e) {
            printout.lines().add(e.getMessage());
            return e.exitCode();
        }
    }

    /** All lines that were printed, what went wrong last. */
    String seen() {
        return printout.lines().stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    List<Object> values() {
        return printout.values();
    }
}
