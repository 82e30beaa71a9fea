package org.wvwbuilder.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the small JSON documents of our own server: maps, lists, strings, numbers, booleans and null. */
final class JsonReader {
    private static final int DEEPEST = 32;
    private final String text;
    private int at;

    private JsonReader(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException when the text is no JSON */
    static Object read(String text) {
        var reader = new JsonReader(text);
        var value = reader.value(0);
        reader.space();
        if (reader.at < text.length()) throw reader.refuse("the end");
        return value;
    }

    private Object value(int depth) {
        if (depth > DEEPEST) throw refuse("less depth");
        space();
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, Object> object(int depth) {
        var members = new LinkedHashMap<String, Object>();
        at++;
        if (next('}')) return members;
        do {
            space();
            var name = string();
            if (!next(':')) throw refuse("':'");
            members.put(name, value(depth + 1));
        } while (next(','));
        if (!next('}')) throw refuse("'}'");
        return members;
    }

    private List<Object> array(int depth) {
        var items = new ArrayList<>();
        at++;
        if (next(']')) return items;
        do items.add(value(depth + 1));
        while (next(','));
        if (!next(']')) throw refuse("']'");
        return items;
    }

    private String string() {
        if (peek() != '"') throw refuse("a string");
        var read = new StringBuilder();
        for (at++; peek() != '"'; at++) read.append(peek() == '\\' ? escaped() : peek());
        at++;
        return read.toString();
    }

    private char escaped() {
        at++;
        return switch (peek()) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> {
                if (at + 4 >= text.length()) throw refuse("four hex digits");
                at += 4;
                yield (char) Integer.parseInt(text, at - 3, at + 1, 16);
            }
            default -> peek();
        };
    }

    private Object number() {
        var start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) at++;
        if (start == at) throw refuse("a value");
        var number = text.substring(start, at);
        return number.matches("-?\\d{1,18}") ? (Object) Long.valueOf(number) : Double.valueOf(number);
    }

    private Object word(String word, Object value) {
        if (!text.startsWith(word, at)) throw refuse(word);
        at += word.length();
        return value;
    }

    private boolean next(char wanted) {
        space();
        if (at >= text.length() || text.charAt(at) != wanted) return false;
        at++;
        return true;
    }

    private char peek() {
        if (at >= text.length()) throw refuse("more");
        return text.charAt(at);
    }

    private void space() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
    }

    private IllegalArgumentException refuse(String expected) {
        return new IllegalArgumentException("not JSON: " + expected + " expected at character " + at);
    }
}
