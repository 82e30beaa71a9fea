package org.wvwbuilder.cli;

import java.util.ArrayList;
import java.util.List;
import org.wvwbuilder.cli.Findings.Finding;
import org.wvwbuilder.cli.Findings.Verdict;
import org.wvwbuilder.cli.Terminal.Colour;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code gw2 doctor}: looks for what is wrong, names it, and says what to do. Changes nothing. */
final class DoctorCommand {
    private static final int WIDTH = 15;

    private DoctorCommand() {}

    /** All that was found, for programs. */
    record Diagnosis(int problems, int warnings, List<Finding> findings) {}

    static CommandSpec spec() {
        var spec =
                CommandTree.spec("doctor", "look for what is wrong, and say what to do about it", DoctorCommand::run);
        spec.usageMessage()
                .footer(
                        "",
                        "Looks at the settings, the port, folders and their rights, the database, disk and",
                        "memory, the server, nginx, certificates, the clock, backups and plugins. Changes",
                        "nothing, and works beside a running server or without one; run it as root to see",
                        "all of it. Exit code 0 without a problem, 1 with one; warnings count as none.");
        return spec;
    }

    private static int run(Action.Stage stage, ParseResult words) {
        var listing = new Listing(stage, new ArrayList<>());
        stage.backstage().examine(stage.launch(), listing);
        listing.clear();
        int problems = listing.count(Verdict.PROBLEM);
        int warnings = listing.count(Verdict.WARNING);
        stage.answer(new Diagnosis(problems, warnings, listing.all()), verdict(stage.terminal(), problems, warnings));
        return problems > 0 ? Exit.FAILED : Exit.OK;
    }

    private static String verdict(Terminal terminal, int problems, int warnings) {
        if (problems + warnings == 0) return "\n" + terminal.paint(Colour.GREEN, "All is well.");
        var count = problems
                + (problems == 1 ? " problem, " : " problems, ")
                + warnings
                + (warnings == 1 ? " warning." : " warnings.");
        return "\n" + terminal.paint(problems > 0 ? Colour.RED : Colour.YELLOW, count);
    }

    /** Prints each finding when it is there: a look may take long. */
    private record Listing(Action.Stage stage, List<Finding> all) implements Findings {

        @Override
        public void looking(String part) {
            if (stage.json() || !stage.terminal().person()) return;
            clear();
            stage.terminal().out().print("… " + part);
            stage.terminal().out().flush();
        }

        @Override
        public void found(Finding finding) {
            all.add(finding);
            if (stage.json()) return;
            clear();
            var word = finding.verdict().name().toLowerCase(java.util.Locale.ROOT);
            print(stage.terminal().paint(colour(finding.verdict()), word)
                    + " ".repeat(9 - word.length())
                    + finding.part()
                    + " ".repeat(Math.max(1, WIDTH - finding.part().length()))
                    + Terminal.visible(finding.what()).replace('\n', ' '));
            if (!finding.remedy().isEmpty()) print(" ".repeat(9) + "→ " + Terminal.visible(finding.remedy()));
        }

        private void print(String line) {
            stage.terminal().out().println(line);
            stage.terminal().out().flush();
        }

        /** Takes the word about what is being looked at off the terminal. */
        private void clear() {
            if (!stage.json() && stage.terminal().person())
                stage.terminal().out().print("\r\033[K");
        }

        private int count(Verdict verdict) {
            return (int)
                    all.stream().filter(finding -> finding.verdict() == verdict).count();
        }

        private static Colour colour(Verdict verdict) {
            return switch (verdict) {
                case OK -> Colour.GREEN;
                case WARNING -> Colour.YELLOW;
                case PROBLEM -> Colour.RED;
            };
        }
    }
}
