package org.wvwbuilder.cli;

import java.util.Locale;
import java.util.Optional;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.plugin.Subcommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** Turns what a plugin contributes into commands: {@code gw2 user add}. */
final class PluginCommands {

    private PluginCommands() {}

    static CommandSpec spec(Contribution.Command command) {
        if (command.subcommands().size() == 1
                && command.subcommands().getFirst().name().isEmpty()) {
            return spec(command.name(), command.subcommands().getFirst());
        }
        var spec = CommandTree.spec(command.name(), command.summary(), CommandTree::chooseOne);
        spec.usageMessage().synopsisSubcommandLabel("ACTION").commandListHeading("%nActions:%n");
        command.subcommands()
                .forEach(subcommand -> spec.addSubcommand(subcommand.name(), spec(subcommand.name(), subcommand)));
        return spec;
    }

    private static CommandSpec spec(String name, Subcommand subcommand) {
        var spec = CommandTree.spec(
                name, subcommand.summary(), (stage, words) -> PluginCall.run(subcommand, stage, new Read(words)));
        spec.usageMessage().abbreviateSynopsis(false);
        for (var i = 0; i < subcommand.arguments().size(); i++) {
            spec.addPositional(positional(subcommand.arguments().get(i), i));
        }
        subcommand.options().forEach(option -> spec.addOption(option(option)));
        return spec;
    }

    private static PositionalParamSpec positional(Subcommand.Argument argument, int index) {
        return PositionalParamSpec.builder()
                .index(String.valueOf(index))
                .arity(argument.required() ? "1" : "0..1")
                .required(argument.required())
                .paramLabel(argument.name().toUpperCase(Locale.ROOT))
                .type(String.class)
                .description(escape(argument.summary()))
                .build();
    }

    private static OptionSpec option(Subcommand.Option option) {
        var flag = option.placeholder().isEmpty();
        var names = option.letter().isEmpty()
                ? new String[] {"--" + option.name()}
                : new String[] {"-" + option.letter(), "--" + option.name()};
        return OptionSpec.builder(names)
                .type(flag ? boolean.class : String.class)
                .arity(flag ? "0" : "1")
                .paramLabel(option.placeholder())
                .required(option.required())
                .description(escape(option.summary()))
                .build();
    }

    private static String escape(String text) {
        return text.replace("%", "%%");
    }

    /** The operator's words, as picocli read them. */
    private record Read(ParseResult words) implements PluginCall.Typed {

        @Override
        public Optional<String> argument(int index) {
            return Optional.ofNullable(words.matchedPositionalValue(index, (String) null));
        }

        @Override
        public Optional<String> option(String name) {
            return Optional.ofNullable(words.matchedOptionValue("--" + name, (String) null));
        }

        @Override
        public boolean flag(String name) {
            return words.matchedOptionValue("--" + name, false);
        }
    }
}
