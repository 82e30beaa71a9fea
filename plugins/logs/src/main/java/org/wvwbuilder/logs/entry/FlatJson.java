package org.wvwbuilder.logs.entry;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads one JSON object whose values are texts or numbers, as loggers write them. An array of numbers is a text in bytes:
 * so the journal writes what is no UTF-8. A plugin sees no JSON library of the server's, and needs none for this.
 */
final class FlatJson {
    private final String text;
    private int at;

    private FlatJson(String text) {
        this.text = text;
    }

    /** The members, or empty when the line is something else. */
    static Optional<Map<String, String>> read(String line) {
        if (!line.startsWith("{")) return Optional.empty();
        try {
            return Optional.of(new FlatJson(line).object());
        } catch (IndexOutOfBoundsException | IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    private Map<String, String> object() {
        var members = new LinkedHashMap<String, String>();
        at = 1;
        blanks();
        if (text.charAt(at) == '}') return members;
        while (true) {
            blanks();
            var name = string();
            blanks();
            expect(':');
            blanks();
            members.put(name, value());
            blanks();
            if (text.charAt(at) == '}') return members;
            expect(',');
        }
    }

    private String value() {
        return switch (text.charAt(at)) {
            case '"' -> string();
            case '[' -> bytes();
            default -> word();
        };
    }

    private String word() {
        var from = at;
        while (",}] ".indexOf(text.charAt(at)) < 0) at++;
        if (from == at) throw new IllegalArgumentException("no value");
        var word = text.substring(from, at);
        return word.equals("null") ? "" : word;
    }

    private String bytes() {
        var to = text.indexOf(']', at);
        var numbers = text.substring(at + 1, to).split(",");
        at = to + 1;
        var bytes = new byte[numbers.length];
        for (var i = 0; i < bytes.length; i++) bytes[i] = (byte) Integer.parseInt(numbers[i].strip());
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private String string() {
        expect('"');
        var out = new StringBuilder();
        while (text.charAt(at) != '"') {
            var c = text.charAt(at++);
            out.append(c == '\\' ? escaped() : c);
        }
        at++;
        return out.toString();
    }

    private char escaped() {
        var c = text.charAt(at++);
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> (char) Integer.parseInt(text.substring(at, at += 4), 16);
            default -> c;
        };
    }

    private void blanks() {
        while (text.charAt(at) == ' ') at++;
    }

    private void expect(char c) {
        if (text.charAt(at++) != c) throw new IllegalArgumentException("no " + c);
    }
}
