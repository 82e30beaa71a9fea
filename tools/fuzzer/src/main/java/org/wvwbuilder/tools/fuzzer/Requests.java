package org.wvwbuilder.tools.fuzzer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wvwbuilder.tools.fuzzer.Attempt.Kind;

/** Makes requests of operations. */
final class Requests {
    private static final ObjectWriter PLAIN = Contract.JSON.writer();
    private static final ObjectWriter ESCAPED = PLAIN.with(JsonWriteFeature.ESCAPE_NON_ASCII);
    private static final List<String> RAW =
            List.of("%", "%zz", "%c0%af", "%ff", "..;", "a;b=c", "a//b", "%2e%2e", "%00", "%0d%0aX:y", "a%2Fb", "*");

    private final Values values;
    private final Memory memory;

    Requests(Values values, Memory memory) {
        this.values = values;
        this.memory = memory;
    }

    Attempt make(long number, Operation operation, Callers.Caller caller, Dice dice) {
        var kind = dice.chance(0.4) ? Kind.VALID : dice.chance(0.7) ? Kind.NEARLY_VALID : Kind.HOSTILE;
        var place = place(operation, kind, caller.name(), dice);
        var body = body(operation, kind, dice);
        var target = target(operation.path(), place, kind, dice) + query(operation, kind, dice);
        var request = new Request(method(operation, kind, dice), target, List.of(), body.bytes());
        if (!caller.token().isEmpty()) request = request.with("Authorization: Bearer " + caller.token());
        if (body.bytes() != null) request = request.with("Content-Type: " + body.type());
        for (var header : headers(operation, kind, dice)) request = request.with(header);
        return new Attempt(number, operation, kind, caller.name(), place, body.type(), body.value(), request);
    }

    /** The same with what the problem's errors point to made anew; null where they point to nothing in the body. */
    Attempt mended(Attempt attempt, JsonNode problem, Dice dice) {
        var errors = problem.path("errors");
        var schema = attempt.operation().bodies().get(attempt.type());
        if (errors.isEmpty() || attempt.sent() == null || schema == null) return null;
        var body = new Rejected(attempt.sent(), errors).mended(schema, values, dice);
        var old = attempt.request();
        var request = new Request(old.method(), old.target(), old.headers(), bytes(attempt.type(), body, dice));
        return new Attempt(
                attempt.number(),
                attempt.operation(),
                attempt.kind(),
                attempt.caller(),
                attempt.values(),
                attempt.type(),
                body,
                request);
    }

    private static String method(Operation operation, Kind kind, Dice dice) {
        if (kind != Kind.HOSTILE || dice.chance(0.85)) return operation.method();
        return dice.oneOf("HEAD", "OPTIONS", "TRACE", "PROPFIND", "PUT", "DELETE", "PATCH", "POST", "get");
    }

    private Map<String, String> place(Operation operation, Kind kind, String caller, Dice dice) {
        var place = new HashMap<String, String>();
        var known = dice.chance(0.9) ? memory.values(caller, operation.path(), dice) : Map.<String, String>of();
        for (var parameter : operation.in("path")) {
            var value = known.get(parameter.name());
            if (kind == Kind.HOSTILE && dice.chance(0.3)) value = Hostile.text(dice);
            if (value == null)
                value = values.valid(parameter.schema(), parameter.name(), dice).asText();
            place.put(parameter.name(), value);
        }
        return place;
    }

    private static String target(String path, Map<String, String> place, Kind kind, Dice dice) {
        var target = path;
        for (var each : place.entrySet()) {
            boolean raw = kind == Kind.HOSTILE && dice.chance(0.2);
            target = target.replace("{" + each.getKey() + "}", raw ? dice.pick(RAW) : encoded(each.getValue()));
        }
        return target;
    }

    private String query(Operation operation, Kind kind, Dice dice) {
        var query = new ArrayList<String>();
        boolean plain = dice.chance(0.4);
        for (var parameter : operation.in("query")) {
            if (plain || dice.chance(0.7)) continue;
            var value = values.valid(parameter.schema(), parameter.name(), dice);
            if (kind != Kind.VALID && dice.chance(0.4)) {
                value = Contract.JSON
                        .getNodeFactory()
                        .textNode(dice.chance(0.5) ? Hostile.text(dice) : Hostile.number(dice));
            }
            for (var each : value.isArray() ? value : List.of(value))
                query.add(encoded(parameter.name()) + "=" + encoded(each.asText()));
        }
        if (kind == Kind.HOSTILE && dice.chance(0.2)) query.add(dice.oneOf("%", "&&", "=", "a=%ff", "a[]=1", "%00=1"));
        if (query.isEmpty()) return "";
        if (kind != Kind.VALID && dice.chance(0.1)) query.add(query.getFirst());
        return "?" + String.join("&", query);
    }

    /** The characters of a URI; half a surrogate pair becomes a question mark, as every client does it. */
    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private record Body(String type, JsonNode value, byte[] bytes) {
        static final Body NONE = new Body("", null, null);
    }

    private Body body(Operation operation, Kind kind, Dice dice) {
        if (operation.bodies().isEmpty()) return kind == Kind.HOSTILE && dice.chance(0.1) ? surplus(dice) : Body.NONE;
        var type = dice.pick(List.copyOf(operation.bodies().keySet()));
        var value = memory.accepted(operation, dice).filter(known -> dice.chance(0.3));
        var made = value.orElseGet(() -> values.valid(operation.bodies().get(type), "", dice));
        if (kind != Kind.VALID) {
            for (int i = dice.below(kind == Kind.HOSTILE ? 4 : 2) + 1; i > 0; i--) made = Mutation.of(made, dice);
        }
        var bytes = bytes(type, made, dice);
        if (kind != Kind.HOSTILE || dice.chance(0.5)) return new Body(type, made, bytes);
        var claimed = dice.chance(0.7) ? type : dice.oneOf("text/plain", "application/xml", "*/*", "x", "");
        return new Body(claimed, null, Hostile.body(dice, bytes));
    }

    private static Body surplus(Dice dice) {
        return new Body("application/json", null, Hostile.body(dice, new byte[] {'{', '}'}));
    }

    private static byte[] bytes(String type, JsonNode value, Dice dice) {
        try {
            if (type.endsWith("json")) {
                var writer = dice.chance(0.5) ? ESCAPED : PLAIN;
                return writer.writeValueAsString(value).getBytes(StandardCharsets.UTF_8);
            }
            if (!type.equals("application/x-www-form-urlencoded"))
                return value.asText().getBytes(StandardCharsets.UTF_8);
            var fields = new ArrayList<String>();
            for (var field : value.properties())
                fields.add(
                        encoded(field.getKey()) + "=" + encoded(field.getValue().asText()));
            return String.join("&", fields).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree can always be written", impossible);
        }
    }

    private List<String> headers(Operation operation, Kind kind, Dice dice) {
        var headers = new ArrayList<String>();
        for (var parameter : operation.in("header")) {
            if (dice.chance(0.5)) continue;
            var value = values.valid(parameter.schema(), parameter.name(), dice).asText();
            headers.add(parameter.name() + ": " + value.replaceAll("[^ -~]", ""));
        }
        if (kind != Kind.HOSTILE || dice.chance(0.7)) return headers;
        headers.add(dice.oneOf(
                "Accept: image/png",
                "Accept: ;;;",
                "Accept: */*;q=x",
                "Accept-Language: " + "x,".repeat(500),
                "If-Match: *",
                "If-None-Match: \"a",
                "If-Modified-Since: yesterday",
                "Range: bytes=9-1,-5",
                "Content-Encoding: gzip",
                "Cookie: " + "a=b; ".repeat(300),
                "Cookie: =;;\"",
                "Origin: null",
                "X-Forwarded-For: ' or 1=1, ::1%eth0",
                "X-Forwarded-Proto: gopher",
                "X-HTTP-Method-Override: DELETE",
                "X-Request-Id: \u00e9\u00ff",
                "X-Long: " + "y".repeat(20_000),
                "Expect: 100-continue",
                "Expect: a miracle"));
        return headers;
    }
}
