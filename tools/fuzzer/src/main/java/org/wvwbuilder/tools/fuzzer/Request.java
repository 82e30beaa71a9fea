package org.wvwbuilder.tools.fuzzer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What goes over the wire, byte for byte.
 *
 * @param target path and query as they are sent, each character one byte
 * @param headers whole lines
 * @param body null for none
 */
record Request(String method, String target, List<String> headers, byte[] body) {
    private static final Pattern SECRET = Pattern.compile("(?i)(authorization: bearer )\\S+");
    private static final int SHOWN = 1500;

    Request with(String header) {
        var more = new ArrayList<>(headers);
        more.add(header);
        return new Request(method, target, List.copyOf(more), body);
    }

    byte[] head(String host) {
        var text = new StringBuilder(method).append(' ').append(target).append(" HTTP/1.1\r\nHost: ");
        text.append(host).append("\r\n");
        for (var header : headers) text.append(header).append("\r\n");
        if (body != null) text.append("Content-Length: ").append(body.length).append("\r\n");
        return text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** For people, without the token. */
    @Override
    public String toString() {
        var text = new StringBuilder(method).append(' ').append(target).append('\n');
        for (var header : headers)
            text.append(SECRET.matcher(header).replaceAll("$1…")).append('\n');
        if (body != null) text.append('\n').append(new String(body, StandardCharsets.UTF_8));
        return Visible.of(text, SHOWN);
    }
}
