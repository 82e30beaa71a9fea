package org.wvwbuilder.http;

import jakarta.ws.rs.WebApplicationException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.EofException;
import org.glassfish.jersey.message.internal.HeaderValueException;
import org.glassfish.jersey.server.ParamException;
import org.wvwbuilder.plugin.Database.DatabaseException;
import org.wvwbuilder.plugin.Problem;

/** Turns whatever went wrong into one problem, and a problem into {@code application/problem+json} (RFC 9457). */
final class Problems {
    static final String TYPE = "application/problem+json";

    private static final System.Logger LOG = System.getLogger(Problems.class.getName());
    private static final List<String> KEPT_HEADERS = List.of("Allow", "WWW-Authenticate", "Retry-After", "Location");

    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Seldom BUSY = new Seldom(PAUSE, System.nanoTime());
    private static final Seldom FULL = new Seldom(PAUSE, System.nanoTime());
    private static final Seldom AWAY = new Seldom(PAUSE, System.nanoTime());

    private Problems() {}

    /** The problem to answer with. Defects are logged here, with the request's id; the answer names only the id. */
    static Problem of(Throwable thrown, Exchange exchange) {
        return switch (thrown) {
            case Problem problem -> problem;
            case ParamException.PathParamException nowhere -> standard(404);
            case ParamException bad -> parameter(bad);
            case HeaderValueException bad -> standard(400);
            case WebApplicationException refusal -> refusal(refusal, exchange);
            case DatabaseException database -> database(database, exchange);
            case HttpException http -> standard(http.getCode());
            case EofException end -> gone();
            case TimeoutException late -> standard(408);
            case IOException io -> transport(io, exchange);
            default -> defect(thrown, exchange);
        };
    }

    private static Problem transport(IOException failure, Exchange exchange) {
        var cause = failure.getCause();
        return cause instanceof Problem || cause instanceof HttpException || cause instanceof TimeoutException
                ? of(cause, exchange)
                : defect(failure, exchange);
    }

    /** The problem that an HTTP status alone speaks of. */
    static Problem standard(int status) {
        return Statuses.problem(status, Map.of());
    }

    static byte[] json(Problem problem, Exchange exchange) {
        var bytes = new ByteArrayOutputStream(256);
        try (var json = Json.MAPPER.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("type", "urn:wvw:problem:" + problem.type());
            json.writeStringField("title", Statuses.title(problem.status()));
            json.writeNumberField("status", problem.status());
            json.writeStringField("detail", problem.getMessage());
            json.writeStringField("instance", "urn:wvw:request:" + exchange.id);
            json.writeArrayFieldStart("errors");
            for (var field : problem.fields()) {
                json.writeStartObject();
                json.writeStringField("pointer", field.pointer());
                json.writeStringField("detail", field.detail());
                json.writeEndObject();
            }
            json.writeEndArray();
            for (var member : problem.members().entrySet()) {
                json.writePOJOField(member.getKey(), member.getValue());
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static Problem parameter(ParamException bad) {
        var prefix = bad instanceof ParamException.QueryParamException ? "?" : "";
        return new Problem(
                400,
                "invalid-parameter",
                "A parameter is not what is expected here: correct those listed under errors.",
                List.of(new Problem.Field(prefix + bad.getParameterName(), "has a value that is not possible here")),
                Map.of());
    }

    private static Problem refusal(WebApplicationException refusal, Exchange exchange) {
        var cause = refusal.getCause();
        if (cause instanceof Problem problem) return problem;
        if (cause instanceof HttpException http) return standard(http.getCode());
        var answer = refusal.getResponse();
        var headers = new HashMap<String, String>();
        for (var name : KEPT_HEADERS) {
            var value = answer.getHeaderString(name);
            if (value != null) headers.put(name, value);
        }
        if (answer.getStatus() == 500) return defect(refusal, exchange);
        return Statuses.problem(answer.getStatus(), headers);
    }

    private static Problem database(DatabaseException failure, Exchange exchange) {
        return switch (failure.kind()) {
            case BUSY -> {
                tell(BUSY, failure, "writes wait in vain: see what keeps the database, a slow disk or another program");
                yield later("database-busy", "Too much is being written right now. Try again in a second.", "1");
            }
            case UNAVAILABLE -> {
                tell(AWAY, failure, "the database cannot be used: 'gw2 doctor' tells more");
                yield later("database-unavailable", "The database cannot be reached. Try again in a moment.", "5");
            }
            case FULL -> {
                tell(FULL, failure, "the disk is full and nothing can be saved: make room, 'gw2 doctor' tells where");
                yield new Problem(
                        507, "disk-full", "The server's disk is full: nothing can be saved until there is room.");
            }
            case CONSTRAINT ->
                new Problem(
                        409,
                        "conflict",
                        "This contradicts something that is already there. Read the current state and try again.");
            case DEFECT -> defect(failure, exchange);
        };
    }

    private static Problem later(String type, String detail, String seconds) {
        return new Problem(503, type, detail, List.of(), Map.of("Retry-After", seconds));
    }

    private static Problem gone() {
        return new Problem(400, "incomplete", "The request ended before its body was complete: send it again.");
    }

    private static void tell(Seldom seldom, DatabaseException failure, String what) {
        if (seldom.due(System.nanoTime())) LOG.log(Level.ERROR, what + " (" + failure.getMessage() + ')');
    }

    private static Problem defect(Throwable thrown, Exchange exchange) {
        LOG.log(
                Level.ERROR,
                () -> "request " + exchange.id + " failed: " + exchange.request.getMethod() + ' '
                        + AccessLog.visible(exchange.path()),
                thrown);
        return new Problem(
                500,
                "defect",
                "The server failed. Try again; if it happens again, tell its operator the request id " + exchange.id
                        + '.');
    }
}
