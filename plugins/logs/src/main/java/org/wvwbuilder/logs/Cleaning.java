package org.wvwbuilder.logs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import org.wvwbuilder.logs.read.Family;
import org.wvwbuilder.plugin.Subcommand.Answer;
import org.wvwbuilder.plugin.Subcommand.Call;
import org.wvwbuilder.plugin.Subcommand.CommandFailure;
import org.wvwbuilder.plugin.Subcommand.Span;
import org.wvwbuilder.plugin.Subcommand.Tone;

/** Deletes rotated files, by the operator's word: only such as the server itself named, and none that is being written. */
record Cleaning(List<Family> own, InstantSource clock) {
    private static final Duration KEPT = Duration.ofDays(7);

    /** What was deleted. */
    public record Cleaned(List<String> deleted, long bytes) {}

    Answer run(Call call) throws IOException, CommandFailure {
        var old = new ArrayList<Path>();
        for (var family : own) old.addAll(family.outlived(clock.instant().minus(KEPT)));
        if (old.isEmpty()) return new Answer(new Cleaned(List.of(), 0), "No rotated log is older than 7 days.");
        if (!call.flag("yes")) ask(call, old);
        var bytes = 0L;
        for (var file : old) {
            bytes += Files.size(file);
            Files.delete(file);
        }
        var names = old.stream().map(file -> file.getFileName().toString()).toList();
        return new Answer(
                new Cleaned(names, bytes),
                "Deleted " + names.size() + " files of " + bytes / 1024 + " KiB:\n  " + String.join("\n  ", names));
    }

    private static void ask(Call call, List<Path> old) throws CommandFailure {
        if (!call.screen().json()) {
            old.forEach(file -> call.screen().line(new Span(Tone.PLAIN, "  " + file.getFileName())));
            call.screen().line(new Span(Tone.PLAIN, "Delete these " + old.size() + " files? Type yes:"));
        }
        @SuppressWarnings("resource") // standard input is not ours to close
        var typed = new Scanner(call.input(), StandardCharsets.UTF_8);
        if (!typed.hasNextLine() || !typed.nextLine().strip().equals("yes")) {
            throw new CommandFailure(1, "Nothing was deleted: type yes, or add --yes.");
        }
    }
}
