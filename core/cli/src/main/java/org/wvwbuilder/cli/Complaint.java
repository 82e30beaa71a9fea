package org.wvwbuilder.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.stream.Collectors;
import org.wvwbuilder.kernel.Nearest;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one sentence what is wrong with the words of a command line, and what was probably meant. */
final class Complaint {

    private Complaint() {}

    static String about(ParameterException e) {
        var command = e.getCommandLine();
        var more = " Try '" + command.getCommandSpec().qualifiedName() + " --help'.";
        return switch (e) {
            case UnmatchedArgumentException unmatched ->
                unknown(command, unmatched.getUnmatched().getFirst());
            case MissingParameterException missing ->
                "'" + command.getCommandSpec().qualifiedName() + "' also wants "
                        + missing.getMissing().stream().map(Complaint::label).collect(Collectors.joining(" and ")) + "."
                        + more;
            default -> firstLine(e.getMessage()) + "." + more;
        };
    }

    /** A word that is neither a command nor an option there. */
    static String unknown(CommandLine command, String word) {
        var name = command.getCommandSpec().qualifiedName();
        if (word.startsWith("-")) {
            return unknown(
                    name,
                    "option",
                    word.replaceFirst("=.*", ""),
                    command.getCommandSpec().optionsMap().keySet());
        }
        return unknown(name, command.getSubcommands().isEmpty() ? "argument" : "command", word, commands(command));
    }

    private static String unknown(String name, String kind, String word, Collection<String> known) {
        var nearest = Nearest.to(word, known).map(near -> "; did you mean '" + near + "'?");
        return "'" + name + "' knows no " + kind + " '" + word + "'" + nearest.orElse(".") + " Try '" + name
                + " --help'.";
    }

    private static Collection<String> commands(CommandLine command) {
        return new ArrayList<>(command.getSubcommands().keySet());
    }

    private static String label(ArgSpec missing) {
        if (!(missing instanceof OptionSpec option)) return missing.paramLabel();
        return option.longestName() + (option.arity().max() == 0 ? "" : " " + option.paramLabel());
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("These words make no sense").replaceFirst("\\.$", "");
    }
}
