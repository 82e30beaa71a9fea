package org.wvwbuilder.tools.fuzzer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An attack on a server whose faults are known: it finds each of them, and nothing where there is none. */
@Timeout(120)
class FuzzerTests {
    private static final int PATIENCE_MILLIS = 60_000;

    @Test
    void everyPlantedFaultIsFoundAndNoOther() throws Exception {
        try (var server = new PlantedServer()) {
            var report = attack(server, 11, 400, "/api/v1/");
            assertThat(report.found().stream()
                            .map(each -> each.fault().key(each.attempt().operation()))
                            // What the JDK's own server refuses does not reach ours.
                            .filter(key -> !key.contains("no X-Request-Id") && !key.contains("400 is no problem")))
                    .containsExactlyInAnyOrder(
                            "GET /api/v1/broken: answered 500",
                            "GET /api/v1/other-status: 202 is not declared",
                            "GET /api/v1/other-type: the type 'text/html' is not declared",
                            "GET /api/v1/other-shape: breaks its schema: $.id: integer found, string expected",
                            "GET /api/v1/page-of-error: 404 is no problem but 'text/html'",
                            "GET /api/v1/talkative: an error tells of the inside",
                            "GET /api/v1/open: lets in who may not",
                            "GET /api/v1/logged: an error in the log");
            assertThat(report.markdown(11))
                    .contains("seed 11", "GET /api/v1/late")
                    .doesNotContain("Bearer t");
            assertThat(report.unreached()).extracting(Operation::path).contains("/api/v1/late", "/api/v1/talkative");
        }
    }

    @Test
    void aServerThatStaysSilentIsNotWaitedForForEver() throws Exception {
        try (var server = new PlantedServer()) {
            var report = attack(server, 1, 1, "/api/v2/silent", 100);
            assertThat(report.found()).extracting(each -> each.fault().what()).containsExactly("no answer");
        }
    }

    @Test
    void anIdThatOneAnswerToldIsUsedInTheNextRequests() throws Exception {
        try (var server = new PlantedServer()) {
            attack(server, 3, 60, "/api/v1/good");
            assertThat(server.seen).contains("known");
        }
    }

    @Test
    void theSameSeedSendsTheSame() throws Exception {
        assertThat(requests(5)).isEqualTo(requests(5)).isNotEqualTo(requests(6)).hasSizeGreaterThan(50);
    }

    private static List<String> requests(long seed) throws Exception {
        try (var server = new PlantedServer()) {
            attack(server, seed, 60, "/api/v1/good");
            return List.copyOf(server.requests);
        }
    }

    private static Report attack(PlantedServer server, long seed, int requests, String only) throws Exception {
        return attack(server, seed, requests, only, PATIENCE_MILLIS);
    }

    private static Report attack(PlantedServer server, long seed, int requests, String only, int patience)
            throws Exception {
        try (var in = FuzzerTests.class.getResourceAsStream("planted.json");
                var wire = new Wire(server.address(), patience)) {
            var contract = new Contract(Contract.JSON.readTree(in));
            var callers = new Callers((name, role, password) -> {}, wire);
            var judge = new Judge(contract, "/no/such/folder");
            var attack = new Attack(contract, new Memory(contract), judge, callers, wire, server::errors, only);
            for (int i = 0; i < requests; i++) attack.step(seed, i);
            return attack.report();
        }
    }
}
