package org.wvwbuilder.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who came first is known as long as the folder is there; with whole plugins it is tried in the distribution. */
class ArrivalsTests {
    private static final Instant DAY = Instant.parse("2026-11-01T12:00:00Z");

    @TempDir
    Path base;

    private Path data;

    @BeforeEach
    void folder() {
        data = base.resolve("data");
    }

    private static List<Candidate> found(String... names) {
        var found = new ArrayList<>(List.of(new Candidate(Path.of("bundled/squads"), true)));
        for (var name : names) found.add(new Candidate(Path.of("plugins").resolve(name), false));
        return found;
    }

    private List<String> sorted(String... names) {
        return Arrivals.sort(found(names), data).stream().map(Candidate::name).toList();
    }

    @Test
    void whereNothingIsKnownTheAlphabetCounts() {
        assertThat(sorted("aaa", "mmm", "zzz")).containsExactly("squads", "aaa", "mmm", "zzz");
    }

    @Test
    void theOlderComesFirstAndWhoIsNewLast() {
        Arrivals.meet(found("mmm", "zzz"), data, DAY);
        assertThat(sorted("aaa", "mmm", "zzz")).containsExactly("squads", "mmm", "zzz", "aaa");
        Arrivals.meet(found("aaa", "mmm", "zzz"), data, DAY.plusSeconds(60));
        Arrivals.meet(found("aaa", "mmm", "zzz"), data, DAY.plusSeconds(90));
        assertThat(sorted("aaa", "mmm", "zzz")).containsExactly("squads", "mmm", "zzz", "aaa");
        assertThat(Arrivals.file(data)).hasContent("""
                2026-11-01T12:00:00Z mmm
                2026-11-01T12:00:00Z zzz
                2026-11-01T12:01:00Z aaa
                """);
    }

    @Test
    void oneThatIsInstalledComesAfterThoseThatNoServerHasSeenYet() throws Exception {
        Arrivals.install(found("mmm", "zzz"), "aaa", data, DAY);
        assertThat(sorted("aaa", "mmm", "zzz")).containsExactly("squads", "mmm", "zzz", "aaa");
        // A newer edition of it keeps its place.
        Arrivals.install(found("aaa", "mmm", "zzz"), "mmm", data, DAY.plusSeconds(1));
        assertThat(sorted("aaa", "mmm", "zzz")).containsExactly("squads", "mmm", "zzz", "aaa");
    }

    @Test
    void whoWasAwayComesAsTheLast() throws Exception {
        Arrivals.meet(found("mmm", "zzz"), data, DAY);
        Arrivals.remove("mmm", data);
        assertThat(sorted("mmm", "zzz")).containsExactly("squads", "zzz", "mmm");
        Arrivals.meet(found("mmm", "zzz"), data, DAY);
        Arrivals.meet(found("mmm"), data, DAY);
        assertThat(sorted("mmm", "zzz")).containsExactly("squads", "mmm", "zzz");
        Arrivals.remove("mmm", data);
        assertThat(Arrivals.file(data)).doesNotExist();
    }

    @Test
    void aListThatCannotBeReadIsNeitherTrustedNorReplaced() throws Exception {
        Files.createDirectories(Arrivals.file(data));
        assertThat(sorted("aaa", "zzz")).containsExactly("squads", "aaa", "zzz");
        Arrivals.meet(found("aaa", "zzz"), data, DAY);
        assertThat(Arrivals.file(data)).isEmptyDirectory();
    }

    @Test
    void anotherFolderKnowsTheSameOrder() throws Exception {
        Arrivals.meet(found("zzz"), data, DAY);
        var away = Files.createDirectories(base.resolve("away"));
        PluginShelf.lend(data, away);
        assertThat(Arrivals.sort(found("aaa", "zzz"), away).getLast().name()).isEqualTo("aaa");
    }
}
