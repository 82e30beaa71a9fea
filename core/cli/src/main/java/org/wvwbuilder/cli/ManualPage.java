package org.wvwbuilder.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** One command as a page of section 1, out of the same words as its {@code --help}. */
record ManualPage(CommandSpec command, String version) {
    private static final List<String> SHARED = List.of("--json", "--config", "--set", "--help", "--version");

    private static final String AFTERWORD = """
            .SH FILES
            .TP
            .I /etc/wvw\\-builder/gw2.toml
            settings; 'gw2 config' shows those in force
            .TP
            .I /etc/wvw\\-builder/environment
            variables for the service and its commands: GW2_HTTP_PORT=8000 for http.port
            .TP
            .I /var/lib/wvw\\-builder
            the database, what plugins keep, backups
            .TP
            .I /var/log/wvw\\-builder
            logs
            .SH EXIT STATUS
            0: done. 1: it could not be done, and a sentence says why. 2: the words make no sense. 78: the settings are wrong.
            .B gw2 status
            ends as service scripts do: 1 dead, 3 not running, 4 unknown.
            .SH SEE ALSO
            """;

    /** {@code gw2-status.1}. */
    String file() {
        return command.qualifiedName("-") + ".1";
    }

    String text(List<String> others) {
        var page = new StringBuilder();
        page.append(".TH ")
                .append(command.qualifiedName("-").toUpperCase(Locale.ROOT))
                .append(" 1 \"\" \"WvW Builder ");
        page.append(version)
                .append("\"\n.SH NAME\n")
                .append(plain(command.qualifiedName("-")))
                .append(" \\- ");
        page.append(summary(command)).append("\n.SH SYNOPSIS\n");
        synopses(command).forEach(line -> page.append(".B ").append(line).append("\n.br\n"));
        page.append(".SH DESCRIPTION\n").append(paragraphs(command)).append('\n');
        if (!command.subcommands().isEmpty()) page.append(".SH COMMANDS\n");
        visible(command).forEach(each -> below(each, page));
        page.append(".SH OPTIONS\n");
        arguments(command, true).forEach(each -> item(each, page));
        page.append(AFTERWORD);
        page.append(others.stream().map(name -> plain(name) + "(1)").collect(Collectors.joining(", ")));
        return page.append(", systemctl(1), journalctl(1)\n").toString();
    }

    /** A command below this one: all about it, if it has no page of its own. */
    private void below(CommandSpec each, StringBuilder page) {
        page.append(".TP\n.B ").append(synopses(each).findFirst().orElseThrow()).append('\n');
        page.append(paragraphs(each)).append('\n');
        if (command.parent() == null) return;
        page.append(".RS\n");
        arguments(each, false).forEach(argument -> item(argument, page));
        page.append(".RE\n");
    }

    static Stream<CommandSpec> visible(CommandSpec command) {
        return command.subcommands().values().stream()
                .map(line -> line.getCommandSpec())
                .filter(spec -> !spec.usageMessage().hidden());
    }

    private static Stream<String> synopses(CommandSpec command) {
        var words = arguments(command, false)
                .map(argument -> argument.required() ? name(argument) : "[" + name(argument) + "]")
                .collect(Collectors.joining(" "));
        var more = command.subcommands().isEmpty() ? "" : command.parent() == null ? " COMMAND" : " ACTION";
        return Stream.of((plain(command.qualifiedName()) + more + " " + words).strip());
    }

    private static Stream<ArgSpec> arguments(CommandSpec command, boolean shared) {
        return command.args().stream()
                .filter(argument -> !argument.hidden())
                .filter(argument ->
                        shared || !(argument instanceof OptionSpec option && SHARED.contains(option.longestName())));
    }

    private static void item(ArgSpec argument, StringBuilder page) {
        page.append(".TP\n.B ").append(name(argument)).append('\n');
        page.append(lines(argument.description())).append('\n');
    }

    private static String name(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option)) return plain(argument.paramLabel());
        var value = option.arity().max() == 0 ? "" : " " + option.paramLabel();
        return plain(String.join(", ", option.names()) + value);
    }

    private static String summary(CommandSpec command) {
        return lines(command.usageMessage().description()).lines().findFirst().orElse("");
    }

    private static String paragraphs(CommandSpec command) {
        var usage = command.usageMessage();
        return lines(Stream.of(usage.description(), usage.footer())
                .flatMap(Stream::of)
                .toArray(String[]::new));
    }

    private static String lines(String... texts) {
        return Stream.of(texts)
                .flatMap(text -> text.replace("%n", "\n").replace("%%", "%").lines())
                .filter(line -> !line.isBlank())
                .map(ManualPage::plain)
                .collect(Collectors.joining("\n"));
    }

    /** Text that troff prints as it stands. */
    private static String plain(String text) {
        var escaped = text.strip().replace("\\", "\\e").replace("-", "\\-");
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }
}
