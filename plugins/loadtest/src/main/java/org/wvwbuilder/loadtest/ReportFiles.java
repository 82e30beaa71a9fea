package org.wvwbuilder.loadtest;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import org.wvwbuilder.loadtest.plan.Limits;
import org.wvwbuilder.loadtest.plan.Plan;
import org.wvwbuilder.loadtest.plan.Scenario;
import org.wvwbuilder.loadtest.plan.ScenarioFile;
import org.wvwbuilder.loadtest.report.Comparison;
import org.wvwbuilder.loadtest.report.Earlier;
import org.wvwbuilder.plugin.Subcommand.Call;
import org.wvwbuilder.plugin.Subcommand.CommandFailure;

/** The files that the operator named. Whether they can be read and written is known before anything is measured. */
record ReportFiles(Optional<Path> json, Optional<Path> html, Optional<Earlier> earlier) {
    private static final JSON READER = JSON.std.with(JSON.Feature.FAIL_ON_DUPLICATE_MAP_KEYS);

    static ReportFiles of(Call call) throws CommandFailure {
        var earlier = call.option("compare");
        return new ReportFiles(
                writable(call, "report"),
                writable(call, "html"),
                earlier.isEmpty() ? Optional.empty() : Optional.of(earlier(Path.of(earlier.get()))));
    }

    private static Optional<Path> writable(Call call, String option) throws CommandFailure {
        var file = call.option(option).map(Path::of).map(Path::toAbsolutePath);
        if (file.isEmpty()) return file;
        if (!Files.isDirectory(file.get().getParent())
                || !Files.isWritable(file.get().getParent())) {
            throw Words.wrong("--" + option + ": nothing can be written into "
                    + file.get().getParent() + ": make the folder, or name another.");
        }
        if (Files.exists(file.get()) && !call.flag("overwrite")) {
            throw Words.wrong(file.get() + " exists already: name another file, or add --overwrite.");
        }
        return file;
    }

    private static Earlier earlier(Path file) throws CommandFailure {
        try {
            return Earlier.of(read(file));
        } catch (IllegalArgumentException e) {
            throw Words.wrong(file + " cannot be compared with: " + e.getMessage() + ".");
        }
    }

    /** Numbers of two different loads have no ratio. */
    void refuseIncomparable(Plan plan) throws CommandFailure {
        var obstacle = earlier.map(one -> Comparison.obstacle(one, plan)).orElse("");
        if (!obstacle.isEmpty()) throw Words.wrong("This cannot be compared: " + obstacle + ". Ask for the same load.");
    }

    static Scenario scenario(Path file) throws CommandFailure {
        try {
            if (read(file) instanceof Map<?, ?> map) return new ScenarioFile(map).scenario();
            throw new IllegalArgumentException("it must be an object with endpoints");
        } catch (IllegalArgumentException e) {
            throw Words.wrong(file + ": " + e.getMessage() + ".");
        }
    }

    private static Object read(Path file) throws CommandFailure {
        try {
            if (Files.size(file) > Limits.FILE_BYTES) throw new IllegalArgumentException("it is too large");
            return READER.anyFrom(Files.readString(file));
        } catch (NoSuchFileException missing) {
            throw Words.wrong("There is no file " + file + ".");
        } catch (IOException noJson) {
            throw new IllegalArgumentException("it is no JSON ("
                    + String.valueOf(noJson.getMessage()).lines().findFirst().orElse("") + ")");
        }
    }

    void writeJson(Map<String, Object> values) throws IOException {
        if (json.isEmpty()) return;
        write(json.get(), JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(values) + "\n");
    }

    void writeHtml(String page) throws IOException {
        if (html.isPresent()) write(html.get(), page);
    }

    /** Whole or not at all. */
    private static void write(Path file, String text) throws IOException {
        var draft = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".part");
        try {
            Files.writeString(draft, text);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
