package org.wvwbuilder.tools.fuzzer;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sends requests one after another, learns from what succeeds, and writes down what must not be. */
final class Attack {
    private static final int MOST_TRIES = 6;

    private final List<Operation> operations;
    private final Map<String, Operation> named = new HashMap<>();
    private final Requests requests;
    private final Memory memory;
    private final Judge judge;
    private final Callers callers;
    private final Wire wire;
    private final LogWatch log;
    private final Report report;

    /** The errors that the server logged since it was asked last. */
    @FunctionalInterface
    interface LogWatch {
        List<String> errors() throws IOException;
    }

    Attack(Contract contract, Memory memory, Judge judge, Callers callers, Wire wire, LogWatch log, String only) {
        for (var each : contract.operations()) named.put(each.name(), each);
        this.operations = contract.operations().stream()
                .filter(each -> each.name().contains(only))
                .toList();
        if (operations.isEmpty()) throw new IllegalArgumentException("no operation's name contains " + only);
        this.memory = memory;
        this.requests = new Requests(new Values(contract, memory), memory);
        this.judge = judge;
        this.callers = callers;
        this.wire = wire;
        this.log = log;
        this.report = new Report(operations);
    }

    Report report() {
        return report;
    }

    /** One request, which depends on the seed, its number, and what the server answered before; or a few of one intent. */
    void step(long seed, long number) throws IOException, InterruptedException {
        var dice = new Dice(seed, number);
        var attempt = requests.make(number, operation(dice), callers.pick(dice), dice);
        for (int i = 0; i < MOST_TRIES && attempt != null; i++) {
            var refused = refusal(attempt, send(attempt));
            attempt = refused.isPresent() ? requests.mended(attempt, refused.get(), dice) : null;
        }
    }

    /** The operation of this method and path, if there is one. */
    Optional<Operation> operation(String name) {
        return Optional.ofNullable(named.get(name)).filter(operations::contains);
    }

    /** @return the answer, if any came */
    Optional<Response> send(Attempt attempt) throws IOException, InterruptedException {
        Optional<Response> answer = Optional.empty();
        try {
            answer = Optional.of(wire.send(attempt.request()));
            taken(attempt, answer.get());
        } catch (SocketTimeoutException silent) {
            report.fault(attempt, new Fault("no answer", "the server was silent"));
        } catch (IOException broken) {
            report.fault(attempt, new Fault("the connection broke", String.valueOf(broken.getMessage())));
        }
        for (var error : log.errors()) report.fault(attempt, new Fault("an error in the log", error));
        return answer;
    }

    /** Judges an answer, and learns from it. */
    void taken(Attempt attempt, Response answer) throws IOException, InterruptedException {
        report.answered(attempt, answer);
        for (var fault : judge.judge(attempt, answer)) report.fault(attempt, fault);
        if (isLetIn(attempt, answer)) report.fault(attempt, new Fault("lets in who may not", answer.text()));
        if (answer.isSuccess()) learn(attempt, answer);
        if (answer.status() == 401) callers.renew(attempt.caller());
    }

    private Operation operation(Dice dice) {
        double heaviest =
                operations.stream().mapToDouble(Operation::weight).max().orElseThrow();
        while (true) {
            var operation = dice.pick(operations);
            if (dice.chance(operation.weight() / heaviest)) return operation;
        }
    }

    private void learn(Attempt attempt, Response answer) {
        if (!attempt.isOfOperation()) return;
        memory.learn(attempt.caller(), attempt.operation(), attempt.values(), attempt.sent(), json(answer));
        answer.header("etag")
                .ifPresent(tag ->
                        memory.know("If-Match", Contract.JSON.getNodeFactory().textNode(tag)));
    }

    /** Somebody who may not; an attack that makes a member an administrator has found nothing by that. */
    private boolean isLetIn(Attempt attempt, Response answer) throws IOException, InterruptedException {
        return attempt.isOfOperation()
                && answer.isSuccess()
                && !Callers.may(attempt.caller(), attempt.operation())
                && !callers.isPromoted(attempt.caller());
    }

    /** The problem, when one came of a request that was meant well. */
    private Optional<JsonNode> refusal(Attempt attempt, Optional<Response> answered) {
        if (answered.isEmpty() || answered.get().isSuccess()) return Optional.empty();
        var answer = answered.get();
        var problem = json(answer);
        if (problem == null || attempt.kind() != Attempt.Kind.VALID) return Optional.empty();
        if (answer.status() != 401 && answer.status() != 403) {
            report.refused(
                    attempt,
                    attempt.sent() + " was answered " + answer.status() + " "
                            + problem.path("detail").asText() + " " + problem.path("errors"));
        }
        return Optional.of(problem);
    }

    private static JsonNode json(Response answer) {
        if (!answer.type().endsWith("json")) return null;
        try {
            return Contract.JSON.readTree(answer.body());
        } catch (IOException broken) {
            return null; // the judge has said so
        }
    }
}
