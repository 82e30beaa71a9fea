package org.wvwbuilder.tools.fuzzer;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Holds an answer against the document, and against what no answer may be. */
final class Judge {
    private static final String PROBLEM = "application/problem+json";
    private static final Pattern INNARDS = Pattern.compile(
            "\\.java:\\d+|\\bat [a-z]+\\.[a-z.]+[A-Z]\\w*[.(]|\\b(?:java|jakarta|org\\.(?:wvwbuilder|glassfish|sqlite|eclipse))\\.[a-z]"
                    + "|\\w\\.\\w+Exception\\b|SQLITE_|\\bPRAGMA\\b");

    private static final int SLOW_MILLIS = 5_000;
    private static final int MOST_MILLIS = 30_000;

    private final Contract contract;
    private final String folder;

    /** @param folder of the server's data, which no answer may name */
    Judge(Contract contract, String folder) {
        this.contract = contract;
        this.folder = folder;
    }

    List<Fault> judge(Attempt attempt, Response answer) {
        var faults = new ArrayList<Fault>();
        if (answer.status() >= 500 && !attempt.operation().declares(answer.status())) {
            faults.add(new Fault("answered " + answer.status(), answer.text()));
        }
        if (answer.millis() > SLOW_MILLIS + allowed(attempt)) {
            faults.add(new Fault("slower than five seconds", answer.millis() + " ms"));
        }
        if (answer.header("x-request-id").isEmpty()) faults.add(new Fault("no X-Request-Id", ""));
        if (answer.status() >= 400) problem(attempt, answer, faults);
        else if (attempt.isOfOperation()) success(attempt, answer, faults);
        return faults;
    }

    /** What the request itself gave the server time for. */
    private static long allowed(Attempt attempt) {
        if (attempt.sent() == null) return 0;
        return (long) Math.clamp(attempt.sent().path("time_limit_ms").asDouble(0), 0, MOST_MILLIS);
    }

    private void problem(Attempt attempt, Response answer, List<Fault> faults) {
        if (attempt.request().method().equals("HEAD")) return;
        if (!answer.type().equals(PROBLEM)) {
            faults.add(new Fault(answer.status() + " is no problem but '" + answer.type() + "'", answer.text()));
            return;
        }
        var document = json(answer);
        if (document == null) {
            faults.add(new Fault(answer.status() + " is no JSON", answer.text()));
            return;
        }
        contract.violation(contract.problem(), document)
                .ifPresent(why -> faults.add(new Fault(answer.status() + " breaks the schema of problems", why)));
        if (document.path("status").asInt() != answer.status()) {
            faults.add(new Fault("the problem names another status", answer.text()));
        }
        var innards = INNARDS.matcher(answer.text());
        if (innards.find() && !attempt.request().toString().contains(innards.group())) {
            faults.add(new Fault("an error tells of the inside", answer.text()));
        }
        if (answer.text().contains(folder)) faults.add(new Fault("an error tells a path", answer.text()));
    }

    private void success(Attempt attempt, Response answer, List<Fault> faults) {
        var operation = attempt.operation();
        if (answer.status() == 304 && attempt.request().headers().stream().anyMatch(each -> each.startsWith("If-")))
            return;
        if (!operation.declares(answer.status())) {
            faults.add(new Fault(answer.status() + " is not declared", answer.text()));
            return;
        }
        var content = operation.answers().get(Integer.toString(answer.status()));
        if (content.isEmpty()) {
            if (answer.body().length > 0) faults.add(new Fault("a body that is not declared", answer.text()));
        } else if (!content.containsKey(answer.type())) {
            faults.add(new Fault("the type '" + answer.type() + "' is not declared", answer.text()));
        } else if (answer.type().endsWith("json")) {
            schema(content, answer, faults);
        }
    }

    private void schema(Map<String, JsonNode> content, Response answer, List<Fault> faults) {
        var document = json(answer);
        if (document == null) {
            faults.add(new Fault(answer.status() + " is no JSON", answer.text()));
            return;
        }
        contract.violation(content.get(answer.type()), document)
                .ifPresent(why -> faults.add(
                        new Fault("breaks its schema: " + why.replaceAll("\\d+", "#"), why + "\n" + answer.text())));
    }

    /** Null when it is none. */
    private static JsonNode json(Response answer) {
        try {
            return Contract.JSON.readTree(answer.body());
        } catch (IOException broken) {
            return null;
        }
    }
}
