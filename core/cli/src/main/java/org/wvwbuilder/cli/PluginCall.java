package org.wvwbuilder.cli;

import java.io.InputStream;
import java.util.Optional;
import org.wvwbuilder.plugin.Subcommand;
import org.wvwbuilder.plugin.Subcommand.Screen;

/** One command of a plugin, called with the operator's words, as the plugin asks for them. */
record PluginCall(Subcommand subcommand, Typed words, InputStream input, Screen screen) implements Subcommand.Call {

    /** What was typed, however it was read. */
    interface Typed {
        Optional<String> argument(int index);

        Optional<String> option(String name);

        boolean flag(String name);
    }

    static int run(Subcommand subcommand, Action.Stage stage, Typed words) throws Exception {
        var call = new PluginCall(subcommand, words, stage.terminal().in(), new Printing(stage));
        var answer = subcommand.body().run(call);
        if (answer == Subcommand.Answer.PRINTED) return Exit.OK;
        stage.answer(answer.value(), Terminal.visible(answer.text()));
        return Exit.OK;
    }

    @Override
    public Optional<String> argument(String name) {
        for (var i = 0; i < subcommand.arguments().size(); i++) {
            if (subcommand.arguments().get(i).name().equals(name)) return words.argument(i);
        }
        throw new IllegalArgumentException(subcommand.name() + " has no argument " + name);
    }

    @Override
    public Optional<String> option(String name) {
        return words.option(name);
    }

    @Override
    public boolean flag(String name) {
        return words.flag(name);
    }
}
