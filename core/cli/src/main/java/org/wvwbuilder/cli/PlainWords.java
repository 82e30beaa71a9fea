package org.wvwbuilder.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wvwbuilder.plugin.Subcommand;

/**
 * Reads the words of a command in the way in which they are nearly always typed: options of one word each and their values.
 * For all else, mistakes too, there is picocli, whose start takes longer than all of a command that only looks at something.
 */
final class PlainWords implements PluginCall.Typed {
    private final Map<String, String> values = new HashMap<>();
    private boolean json;

    private PlainWords() {}

    /** Empty when the words want somebody who knows more. */
    static Optional<PlainWords> read(List<String> words, Subcommand subcommand) {
        var read = new PlainWords();
        return read.all(words, subcommand) ? Optional.of(read) : Optional.empty();
    }

    private boolean all(List<String> words, Subcommand subcommand) {
        var named = false;
        for (var i = 0; i < words.size(); i++) {
            var word = words.get(i);
            if (word.startsWith("@")) return false;
            if (!word.startsWith("-")) {
                // The command's own name, once.
                if (named) return false;
                named = true;
            } else if (word.equals("--json")) {
                json = true;
            } else {
                var shared = word.equals("--config") || word.equals("--set");
                var option = shared ? null : option(word, subcommand);
                if (!shared && option == null) return false;
                if (shared || !option.placeholder().isEmpty()) {
                    if (++i == words.size() || odd(words.get(i))) return false;
                    if (!shared) values.put(option.name(), words.get(i));
                } else {
                    values.put(option.name(), "");
                }
            }
        }
        return named && complete(subcommand);
    }

    private static boolean odd(String value) {
        return value.isEmpty() || value.startsWith("-") || value.startsWith("@");
    }

    private static Subcommand.Option option(String word, Subcommand subcommand) {
        for (var option : subcommand.options()) {
            if (word.equals("--" + option.name())) return option;
            if (!option.letter().isEmpty() && word.equals("-" + option.letter())) return option;
        }
        return null;
    }

    private boolean complete(Subcommand subcommand) {
        for (var option : subcommand.options()) {
            if (option.required() && !values.containsKey(option.name())) return false;
        }
        for (var argument : subcommand.arguments()) {
            if (argument.required()) return false;
        }
        return true;
    }

    boolean json() {
        return json;
    }

    @Override
    public Optional<String> argument(int index) {
        return Optional.empty();
    }

    @Override
    public Optional<String> option(String name) {
        return Optional.ofNullable(values.get(name));
    }

    @Override
    public boolean flag(String name) {
        return values.containsKey(name);
    }
}
