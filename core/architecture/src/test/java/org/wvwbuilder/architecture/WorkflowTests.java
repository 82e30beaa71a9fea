package org.wvwbuilder.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The workflows give no more rights than they need, run what was reviewed, and hide no failure. */
class WorkflowTests {
    private static final Path FOLDER = Path.of("../../.github/workflows");

    private static TreeMap<String, String> workflows() throws IOException {
        var found = new TreeMap<String, String>();
        try (var files = Files.list(FOLDER)) {
            for (var file : files.toList()) found.put(file.getFileName().toString(), Files.readString(file));
        }
        return found;
    }

    @Test
    void everyWorkflowKeepsTheRules() throws IOException {
        var workflows = workflows();
        assertThat(workflows)
                .containsOnlyKeys("ci.yml", "production-deploy.yml", "quality.yml", "release.yml", "security.yml");
        workflows.forEach((name, text) ->
                assertThat(WorkflowRules.findings(text)).as(name).isEmpty());
    }

    @Test
    void whatRunsInTheWorkflowsRunsHereToo() throws IOException {
        var stages = Files.readString(Path.of("../../.ci/stages"));
        for (var text : workflows().values()) {
            text.lines().filter(line -> line.contains(".ci/stages")).forEach(line -> {
                for (var stage : line.replaceAll(".*\\.ci/stages ([a-z ]+).*", "$1")
                        .strip()
                        .split(" ")) {
                    assertThat(stages).contains("\nstage_" + stage + "() {");
                }
            });
        }
        assertThat(workflows().get("ci.yml")).contains("stages packages verify", "stages workflows");
        assertThat(Files.readString(Path.of("../../.ci/run"))).contains("stages\" packages verify");
    }

    /** Each changes one thing in a workflow that is fine. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0 | v5                                     | is not pinned
            08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0 | 08c6903cd8c0fde910a37f88322edcfb5dd907a8 | is not pinned
            08c6903cd8c0fde910a37f88322edcfb5dd907a8          | 08c6903                                | is not pinned
            "contents: read"                                  | "contents: write"                      | other permissions
            "contents: read"                                  | "contents: read\n  packages: write"    | other permissions
            "permissions:\n  contents: read"                  | "permissions: write-all"               | gives every right
            "permissions:\n  contents: read\n"                | ""                                     | other permissions
            "    timeout-minutes: 5\n"                        | ""                                     | has no time limit
            "concurrency:\n  group: x\n  cancel-in-progress: true\n" | ""                              | no concurrency
            "  cancel-in-progress: true\n"                    | ""                                     | no concurrency
            "persist-credentials: false"                      | "fetch-depth: 0"                       | keeps the token
            "echo plain"                                      | "echo ${{ github.event.issue.title }}" | an expression into a shell
            "echo plain"                                      | "|\n          true\n          echo ${{ github.head_ref }}" | an expression into a shell
            "echo plain"                                      | "mvn verify || true"                   | swallows
            "echo plain"                                      | "mvn verify || :"                      | swallows
            "echo plain"                                      | "set +e"                               | swallows
            "echo plain"                                      | "echo\n        continue-on-error: true" | swallows
            "on: push"                                        | "on: pull_request_target"              | foreign code
            "ubuntu-24.04"                                    | "ubuntu-latest"                        | what changes
            "echo plain"                                      | "deploy.sh --host x"                   | nobody approves
            "echo plain"                                      | "gh release create v1"                 | nobody approves
            "echo plain"                                      | "x\n        env:\n          K: ${{ secrets.K }}" | takes a secret
            "  a:\n"                                          | "  a: b\n"                             | no job was found
            """)
    void aWorkflowThatBreaksARuleIsFlagged(String from, String to, String sentence) {
        var fine = """
                on: push
                permissions:
                  contents: read
                concurrency:
                  group: x
                  cancel-in-progress: true
                jobs:
                  a:
                    runs-on: ubuntu-24.04
                    timeout-minutes: 5
                    steps:
                      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0
                        with:
                          persist-credentials: false
                      - name: Say
                        run: echo plain
                """;
        assertThat(WorkflowRules.findings(fine)).isEmpty();
        var broken = fine.replace(from, to);
        assertThat(broken).isNotEqualTo(fine);
        assertThat(WorkflowRules.findings(broken)).anyMatch(finding -> finding.contains(sentence));
    }
}
