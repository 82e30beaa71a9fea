package org.wvwbuilder.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * A first look at the command line: which command it names and which configuration it speaks of. That must be known before
 * the words can be read for good, because plugins bring commands and the configuration says where plugins are.
 *
 * @param command the first word that is neither an option nor the value of one that all commands share
 * @param all the words to read for good; {@code help user} became {@code user --help}
 */
record Words(Launch launch, Optional<String> command, boolean help, boolean version, List<String> all) {

    static Words read(List<String> typed) throws WrongUsage {
        var words = rewriteHelp(typed);
        var file = Optional.<Path>empty();
        var overrides = new LinkedHashMap<String, String>();
        var command = Optional.<String>empty();
        for (var i = 0; i < words.size() && !words.get(i).equals("--"); i++) {
            var word = words.get(i);
            if (word.equals("--set") || word.startsWith("--set=")) {
                var pair = word.equals("--set") ? follower(words, i++, "KEY=VALUE") : word.substring(6);
                override(pair, overrides);
            } else if (word.equals("--config") || word.startsWith("--config=")) {
                var name = word.equals("--config") ? follower(words, i++, "FILE") : word.substring(9);
                file = Optional.of(Path.of(name).toAbsolutePath());
            } else if (command.isEmpty() && !word.startsWith("-")) {
                command = Optional.of(word);
            }
        }
        var help = words.contains("--help") || words.contains("-h");
        var version = words.contains("--version") || words.contains("-V");
        return new Words(new Launch(file, overrides), command, help, version, words);
    }

    private static List<String> rewriteHelp(List<String> typed) {
        var at = firstWord(typed);
        if (at < 0 || !typed.get(at).equals("help")) return List.copyOf(typed);
        var words = new ArrayList<>(typed);
        words.remove(at);
        words.add("--help");
        return List.copyOf(words);
    }

    private static int firstWord(List<String> typed) {
        for (var i = 0; i < typed.size(); i++) {
            if (typed.get(i).equals("--set") || typed.get(i).equals("--config")) i++;
            else if (!typed.get(i).startsWith("-")) return i;
        }
        return -1;
    }

    private static String follower(List<String> words, int option, String what) throws WrongUsage {
        if (option + 1 < words.size()) return words.get(option + 1);
        throw new WrongUsage("The option " + words.get(option) + " wants " + what + " after it.");
    }

    private static void override(String pair, LinkedHashMap<String, String> overrides) throws WrongUsage {
        var equals = pair.indexOf('=');
        if (equals < 1) {
            throw new WrongUsage("--set wants KEY=VALUE, for example --set http.port=9000, not '" + pair + "'.");
        }
        overrides.put(pair.substring(0, equals).strip(), pair.substring(equals + 1));
    }

    /** The words make no sense. The message is one sentence. */
    static final class WrongUsage extends Exception {
        private static final long serialVersionUID = 1;

        WrongUsage(String sentence) {
            super(sentence);
        }
    }
}
