package org.wvwbuilder.cli;

import org.wvwbuilder.cli.Terminal.Colour;
import org.wvwbuilder.kernel.SettingDescription;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code gw2 config}: every setting with its value, and where it was set. */
final class ConfigCommand {

    private ConfigCommand() {}

    static CommandSpec spec() {
        var spec = CommandTree.spec("config", "show every setting, its value and where it was set", ConfigCommand::run);
        spec.addOption(OptionSpec.builder("--template")
                .type(boolean.class)
                .arity("0")
                .description("print a gw2.toml with every setting at its default")
                .build());
        spec.addOption(OptionSpec.builder("--reference")
                .type(boolean.class)
                .arity("0")
                .description("print the same for people to read, as Markdown")
                .build());
        spec.usageMessage()
                .footer(
                        "",
                        "A setting is taken from --set, else from the environment (GW2_HTTP_PORT for",
                        "http.port), else from etc/gw2.toml, else it has its default.");
        return spec;
    }

    private static int run(Action.Stage stage, ParseResult words) throws Exception {
        var settings = stage.backstage().configuration(stage.launch());
        if (words.matchedOptionValue("--template", false)) {
            stage.terminal().out().print(Template.of(settings));
            return Exit.OK;
        }
        if (words.matchedOptionValue("--reference", false)) {
            stage.terminal().out().print(Reference.of(settings));
            return Exit.OK;
        }
        var table = new Table(stage.terminal(), "SETTING", "VALUE", "FROM", "MEANING");
        for (var setting : settings) {
            table.row(colour(setting), setting.key(), setting.value(), setting.source(), setting.meaning());
        }
        stage.answer(settings, table.toString());
        return Exit.OK;
    }

    private static Colour colour(SettingDescription setting) {
        return setting.source().equals("default") ? null : Colour.BOLD;
    }
}
