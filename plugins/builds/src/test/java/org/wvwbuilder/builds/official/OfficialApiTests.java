package org.wvwbuilder.builds.official;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.builds.official.OfficialStub.Fault;
import org.wvwbuilder.testing.TestClock;

class OfficialApiTests {
    private final TestClock clock = TestClock.at("2026-11-20T20:00:00Z");
    private final List<Duration> waited = new ArrayList<>();
    private OfficialStub stub;
    private OfficialApi api;

    @BeforeEach
    void start() throws IOException {
        stub = OfficialStub.start();
        api = new OfficialApi(stub.address(), clock, some -> {
            waited.add(some);
            clock.advance(some);
        });
    }

    @AfterEach
    void stop() {
        api.close();
        stub.close();
    }

    @Test
    void everyRequestNamesTheVersionThatTellsPalettes() throws Exception {
        assertThat(api.get("/v2/build", Map.of()).at("id").number()).contains(183_221);
        assertThat(stub.asked.element().query().get("v")).isGreaterThan("2019-12-19T00:00:00.000Z");
    }

    @Test
    void manyIdsAreAskedForTwoHundredAtOnceAndUnknownOnesAreLeftOut() throws Exception {
        var ids = IntStream.rangeClosed(1, 1000).boxed().toList();
        var pets = api.all("/v2/pets", ids, "en", () -> {});
        assertThat(pets).hasSize(66);
        assertThat(stub.asked).hasSize(5);
    }

    @Test
    void itWaitsAsLongAsTheApiAsksAndLongerEachTimeWhereItDoesNotSay() throws Exception {
        stub.faults.add(new Fault(429, "{}", Map.of("Retry-After", "7")));
        stub.faults.add(Fault.status(503));
        stub.faults.add(new Fault(200, "{\"id\": 18", Map.of()));
        assertThat(api.get("/v2/build", Map.of()).at("id").number()).contains(183_221);
        assertThat(waited).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(2), Duration.ofSeconds(4));
    }

    @Test
    void patienceEndsWithASentenceThatSaysWhatToDo() {
        for (int i = 0; i < 20; i++) stub.faults.add(Fault.status(503));
        var fault = catchThrowableOfType(OfficialApiFault.class, () -> api.get("/v2/build", Map.of()));
        assertThat(fault)
                .hasMessage(
                        "The official API did not give /v2/build: status 503. Nothing was changed. Try again later.");
        assertThat(stub.asked).hasSize(7);
    }

    @Test
    void aKeyThatIsCalledInvalidIsTriedAgainAndNeverShown() throws Exception {
        var invalid = new Fault(401, "{\"text\":\"Invalid key\"}", Map.of());
        stub.faults.add(invalid);
        stub.faults.add(invalid);
        api.get("/v2/build", Map.of(), Optional.of("SECRET-KEY"));
        assertThat(stub.asked).hasSize(3).allSatisfy(asked -> {
            assertThat(asked.key()).isEqualTo("Bearer SECRET-KEY");
            assertThat(asked.query().toString()).doesNotContain("SECRET");
        });
        for (int i = 0; i < 3; i++) stub.faults.add(invalid);
        var fault = catchThrowableOfType(
                OfficialApiFault.class, () -> api.get("/v2/build", Map.of(), Optional.of("SECRET-KEY")));
        assertThat(fault.aboutKey()).isTrue();
        assertThat(fault).hasMessageContaining("Make a new key").hasMessageNotContaining("SECRET");
    }

    @Test
    void itNeverAsksFasterThanTheApiGrants() throws Exception {
        for (int i = 0; i < 200; i++) api.get("/v2/build", Map.of());
        var waiting = waited.stream().reduce(Duration.ZERO, Duration::plus);
        assertThat(waiting).isBetween(Duration.ofSeconds(19), Duration.ofSeconds(21));
    }

    @Test
    void whatIsMissingOrOfAnotherKindCountsAsNone() throws Exception {
        var shape = Shape.parse("{\"a\": [1, \"x\", null], \"b\": {\"c\": \" \"}, \"d\": true}".getBytes());
        assertThat(shape.at("a").numbers()).containsExactly(1);
        assertThat(shape.at("a").at(9).text()).isEmpty();
        assertThat(shape.at("b").at("c").text()).isEmpty();
        assertThat(shape.at("b").fields()).containsExactly("c");
        assertThat(shape.at("d").at("e").items()).isEmpty();
        assertThat(shape.at("d").yes()).isTrue();
    }
}
