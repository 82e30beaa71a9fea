package org.wvwbuilder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.plugin.Subcommand.Span;
import org.wvwbuilder.plugin.Subcommand.Tone;

class PrintingTests {

    private static String printed(boolean person, boolean json) {
        var out = new ByteArrayOutputStream();
        var stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        var terminal = new Terminal(InputStream.nullInputStream(), stream, stream, false, person);
        var printing = new Printing(new Action.Stage(null, null, terminal, json));
        printing.progress("half\033[2J done");
        printing.progress("done");
        printing.line(new Span(Tone.PLAIN, "the end"));
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void progressIsReplacedByWhatFollowsAndSteersNothing() {
        assertThat(printed(true, false)).isEqualTo("half\\x1b[2J done\r" + " ".repeat(16) + "\rdone\r    \rthe end\n");
    }

    @Test
    void nothingOfItIsLeftInAPipeOrInJson() {
        assertThat(printed(false, false)).isEqualTo("the end\n");
        assertThat(printed(true, true)).isEqualTo("the end\n");
    }
}
