package org.wvwbuilder.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code gw2 handbook FOLDER}: writes the manual pages and the completion for bash, when the distribution is built. */
final class HandbookCommand {

    private HandbookCommand() {}

    static CommandSpec spec() {
        var spec = CommandTree.spec(
                "handbook", "writes the manual pages and the completion for bash", HandbookCommand::run);
        spec.usageMessage().hidden(true);
        spec.addPositional(PositionalParamSpec.builder()
                .index("0")
                .arity("1")
                .paramLabel("FOLDER")
                .type(Path.class)
                .description("gets man/man1 and bash-completion/completions")
                .build());
        return spec;
    }

    private static int run(Action.Stage stage, ParseResult words) throws Exception {
        Path folder = words.matchedPositionalValue(0, Path.of("."));
        var backstage = stage.backstage();
        return Rehearsal.run(backstage, stage.launch(), launch -> {
            var tree = CommandTree.complete(stage.terminal());
            for (var command : backstage.commands(launch)) {
                backstage.withCommand(launch, command.name(), offered -> {
                    tree.add(PluginCommands.spec(offered));
                    return Exit.OK;
                });
            }
            write(folder, tree.finish(), backstage.version());
            return Exit.OK;
        });
    }

    private static void write(Path folder, CommandLine line, String version) throws Exception {
        var completions = Files.createDirectories(folder.resolve("bash-completion/completions"));
        Files.writeString(completions.resolve("gw2"), AutoComplete.bash("gw2", line));
        var manual = Files.createDirectories(folder.resolve("man/man1"));
        var commands = Stream.concat(Stream.of(line.getCommandSpec()), ManualPage.visible(line.getCommandSpec()))
                .toList();
        for (var command : commands) {
            var page = new ManualPage(command, version);
            var others = commands.stream()
                    .filter(other -> other != command)
                    .map(other -> other.qualifiedName("-"))
                    .toList();
            Files.writeString(manual.resolve(page.file()), page.text(others));
        }
    }
}
