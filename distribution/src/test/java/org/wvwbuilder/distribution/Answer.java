package org.wvwbuilder.distribution;

import java.util.List;
import java.util.Locale;

/** An answer with its headers; those of a 100 Continue before it are left out. */
record Answer(String path, int status, List<String> lines, String body) {
    static Answer of(String path, int exit, String output) {
        var text = output;
        while (text.startsWith("HTTP/1.1 100")) text = text.substring(text.indexOf("\r\n\r\n") + 4);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) throw new AssertionError(path + ": curl ended with " + exit + ": " + text);
        var lines = text.substring(0, end).lines().toList();
        return new Answer(path, Integer.parseInt(lines.getFirst().split(" ")[1]), lines, text.substring(end + 4));
    }

    List<String> headers(String name) {
        return lines.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .toList();
    }

    @Override
    public String toString() {
        return path + " " + String.join("\n", lines);
    }
}
