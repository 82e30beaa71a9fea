package org.wvwbuilder.tools.fuzzer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JudgeTests {
    private static final Operation SOLVE =
            new Operation("POST", "/solve", List.of(), Map.of(), Map.of("204", Map.of()), Set.of());

    @Test
    void anAnswerAfterMoreThanFiveSecondsIsAFaultUnlessTheRequestGaveItTheTime() throws Exception {
        assertThat(faults("{}", 5_000)).isEmpty();
        assertThat(faults("{}", 5_001)).containsExactly("slower than five seconds");
        assertThat(faults("{\"time_limit_ms\": 3000}", 8_000)).isEmpty();
        assertThat(faults("{\"time_limit_ms\": 3000}", 8_001)).containsExactly("slower than five seconds");
        assertThat(faults("{\"time_limit_ms\": 9223372036854775808}", 36_000))
                .containsExactly("slower than five seconds");
        assertThat(faults("{\"time_limit_ms\": -9223372036854775808}", 100)).isEmpty();
    }

    private static List<String> faults(String body, long millis) throws Exception {
        try (var in = FuzzerTests.class.getResourceAsStream("planted.json")) {
            var judge = new Judge(new Contract(Contract.JSON.readTree(in)), "/no/such/folder");
            var attempt = Step.of("POST /solve", new Callers.Caller("anonymous", "", ""))
                    .saying(Contract.JSON.readTree(body))
                    .attempt(1, SOLVE, Attempt.Kind.VALID);
            var answer = new Response(204, Map.of("x-request-id", List.of("1")), new byte[0], millis);
            return judge.judge(attempt, answer).stream().map(Fault::what).toList();
        }
    }
}
