package org.wvwbuilder.logs.read;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.wvwbuilder.logs.entry.Filter;
import org.wvwbuilder.logs.entry.ServerFormat;
import org.wvwbuilder.logs.entry.Severity;

/** A process that asks a file for the last 100 errors, and says what that took. */
public final class HugeRead {

    private HugeRead() {}

    public static void main(String[] words) throws Exception {
        var path = Path.of(words[0]);
        var source = new FileSource("huge", new Family(path), new ServerFormat());
        var begun = System.nanoTime();
        // A page of what there is, then everything for what there is not.
        var page = source.before(new LogSource.Request(Filter.ALL, 200, Optional.empty(), LogSource.Patience.ENDLESS));
        var errors = new Filter(Set.of(Severity.ERROR), "", Optional.empty(), Optional.empty());
        var slice = source.before(new LogSource.Request(errors, 100, Optional.empty(), LogSource.Patience.ENDLESS));
        var millis = (System.nanoTime() - begun) / 1_000_000;
        var peak = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .findFirst()
                .orElse("");
        if (slice.next().isEmpty()) System.out.println("looked through " + Files.size(path) + " bytes");
        System.out.println(page.entries().size() + " of any kind, "
                + slice.entries().size() + " errors in " + millis + " ms; " + peak);
    }
}
