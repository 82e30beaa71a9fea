package org.wvwbuilder.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wvwbuilder.plugin.Subcommand.Screen;
import org.wvwbuilder.plugin.Subcommand.Span;

/**
 * What a command prints while it runs.
 *
 * @param terminal whether a person looks on
 * @param json whether it is asked for JSON
 * @param lines all so far, without their colours
 * @param values all so far that were printed as JSON
 */
public record Printout(boolean terminal, boolean json, List<String> lines, List<Object> values) implements Screen {

    public Printout(boolean terminal, boolean json) {
        this(terminal, json, new ArrayList<>(), new ArrayList<>());
    }

    /** Into a pipe, for a reader. */
    public Printout() {
        this(false, false);
    }

    @Override
    public void line(Span... spans) {
        lines.add(Stream.of(spans).map(Span::text).collect(Collectors.joining()));
    }

    @Override
    public void value(Object value) {
        values.add(value);
    }

    @Override
    public boolean gone() {
        return false;
    }
}
