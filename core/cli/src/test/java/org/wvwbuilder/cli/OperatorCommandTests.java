package org.wvwbuilder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.cli.Findings.Finding;
import org.wvwbuilder.cli.Findings.Verdict;
import org.wvwbuilder.plugin.Jobs;
import org.wvwbuilder.plugin.Text;

/** {@code gw2 doctor} and {@code gw2 jobs}. */
class OperatorCommandTests {
    private static final Instant STARTED = Instant.parse("2026-11-28T10:00:00Z");

    private final FakeBackstage stage = new FakeBackstage();
    private final Recorded jobs = new Recorded();

    @BeforeEach
    void lend() {
        stage.jobs = jobs;
        stage.lock = Backstage.Lock.HELD;
    }

    @Test
    void theDoctorPrintsEachFindingWithItsRemedyAndIsOneWhenThereIsAProblem() {
        stage.findings.add(new Finding("disk", Verdict.OK, "there is room", ""));
        stage.findings.add(new Finding("backup", Verdict.WARNING, "there is none", "gw2 backup"));
        var fine = stage.type("doctor");
        assertThat(fine.exit()).isZero();
        assertThat(fine.out())
                .contains("ok       disk           there is room")
                .contains("warning  backup         there is none\n         → gw2 backup")
                .contains("0 problems, 1 warning.");
        stage.findings.add(new Finding("port", Verdict.PROBLEM, "taken \033[31m", "kill 5"));
        var ill = stage.type(true, "doctor");
        assertThat(ill.exit()).isEqualTo(Exit.FAILED);
        assertThat(ill.out()).contains("\033[31mproblem\033[0m", "taken \\x1b[31m", "… port", "1 problem, 1 warning.");
        var json = stage.type("doctor", "--json");
        assertThat(json.exit()).isEqualTo(Exit.FAILED);
        assertThat(json.out()).startsWith("{").contains("\"problems\": 1", "\"remedy\": \"kill 5\"");
    }

    @Test
    void jobsAreListedWithTheirLastRun() {
        jobs.runs.add(run("1", "failed", "no room"));
        assertThat(stage.type("jobs").out())
                .isEqualTo(stage.type("jobs", "list").out());
        assertThat(stage.type("jobs", "lits").exit()).isEqualTo(Exit.USAGE);
        assertThat(stage.type("jobs", "list").out())
                .contains("auth/purge", "every PT1H", "failed", "Purge")
                .contains("never");
        assertThat(stage.type("jobs", "history", "auth/purge").out())
                .contains("1000 ms", "failed", "hand", "u1", "no room");
        assertThat(stage.type("jobs", "history", "auth/purge", "--json").out()).contains("\"cause\": \"hand\"");
    }

    @Test
    void aJobIsStartedAndItsEndWaitedFor() {
        var well = stage.type("jobs", "run", "auth/purge", "--wait");
        assertThat(well.err()).isEmpty();
        assertThat(well.exit()).isZero();
        assertThat(well.out()).contains("auth/purge succeeded after 1000 ms: cleaned");
        assertThat(jobs.asked).containsExactly("auth/purge by command");
        jobs.outcome = "failed";
        var ill = stage.type("jobs", "run", "auth/purge", "--wait");
        assertThat(ill.exit()).isEqualTo(Exit.FAILED);
        assertThat(ill.out()).contains("failed after");
    }

    @Test
    void whatCannotBeStartedIsSaidInOneSentence() {
        assertThat(stage.type("jobs", "run", "purge").exit()).isEqualTo(Exit.USAGE);
        assertThat(stage.type("jobs", "run", "auth/nothing").err()).contains("gw2 jobs list");
        assertThat(stage.type("jobs", "history", "auth/purge", "-n", "none").exit())
                .isEqualTo(Exit.USAGE);
        jobs.refuse = true;
        var busy = stage.type("jobs", "run", "auth/purge");
        assertThat(busy.exit()).isEqualTo(Exit.FAILED);
        assertThat(busy.err()).contains("runs already");
        stage.lock = Backstage.Lock.FREE;
        var nobody = stage.type("jobs", "run", "auth/purge");
        assertThat(nobody.exit()).isEqualTo(Exit.NOT_RUNNING);
        assertThat(nobody.err()).contains("gw2 run");
    }

    private static Jobs.Run run(String id, String outcome, String detail) {
        return new Jobs.Run(
                id, Optional.empty(), STARTED, Optional.of(STARTED.plusMillis(1000)), outcome, detail, "hand", "u1");
    }

    /** One job that ran and one that never did. */
    private static final class Recorded implements Jobs {
        final List<Run> runs = new ArrayList<>();
        final List<String> asked = new ArrayList<>();
        String outcome = "succeeded";
        boolean refuse;

        @Override
        public List<JobStatus> all() {
            var next = Optional.of(STARTED);
            var title = new Text("Purge", "Purger");
            var last = runs.isEmpty() ? Optional.<Run>empty() : Optional.of(runs.getLast());
            return List.of(
                    new JobStatus("auth", "purge", title, "every PT1H", next, last),
                    new JobStatus("auth", "other", title, "0 2 * * 0", next, Optional.empty()));
        }

        @Override
        public boolean run(String plugin, String name, String by) {
            if (refuse) return false;
            asked.add(plugin + "/" + name + " by " + by);
            runs.add(OperatorCommandTests.run(String.valueOf(runs.size() + 5), outcome, "cleaned"));
            return true;
        }

        @Override
        public List<Run> runs(String plugin, String name, int limit, Optional<String> before) {
            return runs.reversed().stream().limit(limit).toList();
        }
    }
}
