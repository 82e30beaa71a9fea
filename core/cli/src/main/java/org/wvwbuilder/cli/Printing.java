package org.wvwbuilder.cli;

import org.wvwbuilder.plugin.Subcommand;

/** Prints for a command that goes on, line by line. */
final class Printing implements Subcommand.Screen {
    private final Action.Stage stage;
    /** How much stands in the line that the next one replaces. */
    private int progress;

    Printing(Action.Stage stage) {
        this.stage = stage;
    }

    @Override
    public boolean terminal() {
        return stage.terminal().person();
    }

    @Override
    public boolean json() {
        return stage.json();
    }

    @Override
    public void progress(String text) {
        if (!terminal() || json()) return;
        clear();
        var shown = Terminal.visible(text).replaceAll("[\\n\\t]", " ");
        stage.terminal().out().print(shown);
        stage.terminal().out().flush();
        progress = shown.length();
    }

    /** By blanks: every terminal knows those. */
    private void clear() {
        if (progress > 0) stage.terminal().out().print("\r" + " ".repeat(progress) + "\r");
        progress = 0;
    }

    @Override
    public void line(Subcommand.Span... spans) {
        clear();
        var line = new StringBuilder();
        for (var span : spans) {
            var text = Terminal.visible(span.text()).replace("\n", "\\u000a");
            line.append(
                    colour(span.tone()).isEmpty()
                            ? text
                            : stage.terminal().paint(colour(span.tone()).get(), text));
        }
        stage.terminal().out().println(line);
        stage.terminal().out().flush();
    }

    @Override
    public void value(Object value) {
        // In JSON, every line break is one between its parts.
        stage.terminal().out().println(Json.write(value).replaceAll("\n *", ""));
        stage.terminal().out().flush();
    }

    @Override
    public boolean gone() {
        return stage.terminal().out().checkError();
    }

    private static java.util.Optional<Terminal.Colour> colour(Subcommand.Tone tone) {
        return switch (tone) {
            case BAD -> java.util.Optional.of(Terminal.Colour.RED);
            case DOUBTFUL -> java.util.Optional.of(Terminal.Colour.YELLOW);
            case GOOD -> java.util.Optional.of(Terminal.Colour.GREEN);
            case DETAIL -> java.util.Optional.of(Terminal.Colour.CYAN);
            case PLAIN -> java.util.Optional.empty();
        };
    }
}
