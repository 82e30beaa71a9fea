package org.wvwbuilder.backup;

import java.nio.charset.StandardCharsets;
import java.util.Scanner;
import java.util.function.Consumer;
import org.wvwbuilder.backup.making.Journey;
import org.wvwbuilder.plugin.Subcommand.Call;
import org.wvwbuilder.plugin.Subcommand.CommandFailure;
import org.wvwbuilder.plugin.Subcommand.Screen;
import org.wvwbuilder.plugin.Subcommand.Span;
import org.wvwbuilder.plugin.Subcommand.Tone;

/** What an operator sees of a task, and is asked. */
final class Watching {
    private static final int PARTS = 4;

    private Watching() {}

    /** A line for each quarter of each phase, on a terminal only. */
    static Consumer<Journey.Step> on(Screen screen) {
        if (screen.json() || !screen.terminal()) return step -> {};
        var told = new String[] {""};
        return step -> {
            long part = step.total() <= 0 ? 0 : step.done() * PARTS / step.total();
            var line = step.phase() + " " + part * 100 / PARTS + " %";
            if (line.equals(told[0])) return;
            told[0] = line;
            screen.line(new Span(Tone.DETAIL, line));
        };
    }

    static Span plain(String text) {
        return new Span(Tone.PLAIN, text);
    }

    /** @throws CommandFailure unless the operator types this very word */
    static void ask(Call call, String word, String question) throws CommandFailure {
        if (!call.screen().json()) call.screen().line(plain(question));
        @SuppressWarnings("resource") // standard input is not ours to close
        var typed = new Scanner(call.input(), StandardCharsets.UTF_8);
        if (!typed.hasNextLine() || !typed.nextLine().strip().equals(word)) {
            throw new CommandFailure(1, "Nothing was changed: type " + word + ", or add --yes.");
        }
    }
}
