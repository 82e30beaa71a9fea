package org.wvwbuilder.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The image runs as nobody, keeps its program out of its own reach, and says whether it is well. */
class ContainerfileTests {

    private static String text() throws IOException {
        return Files.readString(Path.of("../../distribution/container/Containerfile"));
    }

    private static List<String> findings(String text) {
        var findings = new ArrayList<String>();
        var lines = text.replace("\\\n", "").lines().toList();
        var user = lines.indexOf("USER 65532:65532");
        var entry = first(lines, "ENTRYPOINT ");
        if (user < 0
                || user > entry
                || lines.stream().filter(line -> line.startsWith("USER ")).count() != 1)
            findings.add("runs as root: set USER before ENTRYPOINT");
        if (entry < 0 || !lines.get(entry).startsWith("ENTRYPOINT [\""))
            findings.add("a shell stands between the server and its signals: write ENTRYPOINT as a list");
        if (first(lines, "HEALTHCHECK ") < 0) findings.add("no HEALTHCHECK");
        if (first(lines, "VOLUME ") < 0) findings.add("data would be lost with the container: name a VOLUME");
        for (var line : lines) {
            if (line.startsWith("FROM ") && !line.matches("FROM [\\w./-]+:\\d[\\w.-]*(@sha256:[0-9a-f]{64})?"))
                findings.add("the base has no version: " + line);
            if (line.startsWith("ADD ")) findings.add("ADD fetches and unpacks: use COPY");
            if (line.startsWith("COPY ") && !line.contains("--chown=0:0"))
                findings.add("the program belongs to its user, who could change it: COPY --chown=0:0");
            if (line.matches("(ENV|ARG) .*(?i)(password|secret|token|_key)\\w*=.*"))
                findings.add("a secret in the image: " + line);
        }
        return findings;
    }

    private static int first(List<String> lines, String start) {
        return lines.stream()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .map(lines::indexOf)
                .orElse(-1);
    }

    @Test
    void theImageIsClosed() throws IOException {
        assertThat(findings(text())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            USER 65532:65532   | LABEL a=b          | runs as root
            USER 65532:65532   | USER 0:0           | runs as root
            ENTRYPOINT         | ENTRYPOINT exec    | a shell stands between
            HEALTHCHECK        | LABEL h=           | no HEALTHCHECK
            VOLUME             | LABEL v=           | data would be lost
            :12-slim           | :latest            | has no version
            COPY --chown=0:0 . | COPY .             | could change it
            COPY --chown=0:0 . | ADD .              | use COPY
            EXPOSE 8000        | ENV GW2_TOKEN=abc  | a secret in the image
            """)
    void oneThatIsOpenIsFlagged(String from, String to, String sentence) throws IOException {
        assertThat(text()).isNotEqualTo(text().replace(from, to));
        assertThat(findings(text().replace(from, to))).anyMatch(finding -> finding.contains(sentence));
    }
}
