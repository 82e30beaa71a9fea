package org.wvwbuilder.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemTests {
    private static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";
    private static final String BOOK = "{\"title\":\"a\",\"page_count\":1}";
    private static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        server = new TestServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "defect, 500, defect",
        "checked, 500, defect",
        "error, 500, defect",
        "busy, 503, database-busy",
        "full, 507, disk-full",
        "gone, 503, database-unavailable",
        "constraint, 409, conflict",
        "database, 500, defect",
        "stale, 412, stale",
        "later, 429, too-many",
        "web, 403, forbidden",
        "user, 401, sign-in-needed",
        "none, 404, not-found",
    })
    void whateverAResourceThrowsIsAnsweredAsAProblemWithoutItsSecrets(String how, int status, String type)
            throws Exception {
        var answer = server.get("/api/v1/shelf/fails/" + how);
        var problem = problem(answer, status, type);
        assertThat(answer.body()).doesNotContain("secret", "Exception", "wvwbuilder");
        assertThat(problem.get("detail").asText()).endsWith(".");
        if (status == 503)
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        if (how.equals("later"))
            assertThat(answer.headers().firstValue("Retry-After")).contains("7");
        if (status == 401)
            assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }

    @Test
    void anErrorWithoutBodyGetsOne() throws Exception {
        problem(server.get("/api/v1/shelf/bare"), 409, "conflict");
    }

    @Test
    void thePlacesThatDoNotExistSaySo() throws Exception {
        problem(server.get("/api/v1/nothing"), 404, "not-found");
        problem(server.get("/api/v1/shelf/told/deeper"), 404, "not-found");
        problem(server.get("/api/v1/"), 404, "not-found");
        problem(server.get("/api/v2/x"), 404, "not-found");
        problem(server.get("/api"), 404, "not-found");
        problem(server.get("/"), 404, "not-found");
        problem(server.get("/ui/none/x.js"), 404, "not-found");
        problem(server.send("PUT", "/api/v1/shelf/7x", "{}", "Content-Type", "application/json"), 404, "not-found");
    }

    @Test
    void aMethodThatIsNotTakenNamesThoseThatAre() throws Exception {
        var answer = server.send("PATCH", "/api/v1/shelf", null);
        problem(answer, 405, "method-not-allowed");
        assertThat(answer.headers().firstValue("Allow")).get().asString().contains("GET", "POST", "DELETE");
    }

    @Test
    void aFormThatCannotBeAnsweredInIsRefused() throws Exception {
        problem(server.get("/api/v1/shelf", "Accept", "image/png"), 406, "not-acceptable");
    }

    @Test
    void aFormThatTheAnswerCannotTakeIsRefusedBeforeAnythingIsDone() throws Exception {
        var answer = server.post("/api/v1/shelf", BOOK, "Authorization", "Bearer admin", "Accept", "image/png");
        problem(answer, 406, "not-acceptable");
    }

    @Test
    void aBodyThatIsMissingIsAskedForUnlessTheMethodGoesWithout() throws Exception {
        problem(server.send("POST", "/api/v1/shelf", null, "Authorization", "Bearer admin"), 400, "invalid-json");
        assertThat(server.send("PUT", "/api/v1/shelf/wish", null).statusCode()).isEqualTo(204);
    }

    /** A rune that the player has not chosen, say. */
    @Test
    void nullStandsInAListWhoseTypeSaysSo() throws Exception {
        assertThat(server.send(
                                "PUT",
                                "/api/v1/shelf/wish",
                                "{\"titles\":[null,\"a\"]}",
                                "Content-Type",
                                "application/json")
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void aConditionThatIsNoneIsRefused() throws Exception {
        problem(server.get("/api/v1/shelf/known", "If-None-Match", "\"half"), 400, "bad-request");
    }

    @Test
    void aBodyInAnyFormIsTakenForNoForm() throws Exception {
        problem(server.send("POST", "/api/v1/shelf/mark", "a=b", "Content-Type", "*/*"), 415, "unsupported-media-type");
        assertThat(server.send("POST", "/api/v1/shelf/mark", "mark=7", "Content-Type", FORM)
                        .body())
                .isEqualTo("7");
    }

    @Test
    void aBodyInAnotherFormIsRefused() throws Exception {
        problem(
                server.send("POST", "/api/v1/shelf/login", "<a/>", "Content-Type", "application/xml"),
                415,
                "unsupported-media-type");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?limit=many | ?limit",
                "?binding=leather | ?binding",
                "?since=yesterday | ?since",
                "?limit=99999999999 | ?limit"
            })
    void aWrongParameterIsNamed(String query, String pointer) throws Exception {
        var problem = problem(
                server.get("/api/v1/shelf/all" + query, "Authorization", "Bearer member"), 400, "invalid-parameter");
        assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo(pointer);
    }

    @Test
    void aParameterThatThePluginRefusesIsNamed() throws Exception {
        var problem =
                problem(server.get("/api/v1/shelf/all?limit=0", "Authorization", "Bearer member"), 422, "invalid");
        assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo("?limit");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"title\":\"a\",\"page_count\":1,\"colour\":1}                       | /colour             | is not known here",
                "{\"title\":7,\"page_count\":1}                                        | /title              | a text",
                "{\"title\":\"a\",\"page_count\":\"7\"}               | /page_count         | a whole number",
                "{\"title\":\"a\",\"page_count\":7.5}                 | /page_count         | a whole number",
                "{\"title\":\"a\",\"page_count\":99999999999}         | /page_count         | ",
                "{\"title\":\"a\",\"page_count\":null}                | /page_count         | a whole number",
                "{\"title\":\"a\",\"page_count\":1,\"binding\":\"x\"} | /binding            | one of paper, hard_cover",
                "{\"title\":\"a\",\"page_count\":1,\"chapters\":[{\"first_page\":\"x\"}]} | /chapters/0/first_page | whole",
                "{\"title\":\"a\",\"page_count\":1,\"chapters\":{}}   | /chapters           | a list",
                "{\"title\":\"a\",\"page_count\":1,\"chapters\":[null]} | /chapters/0         | must not be null",
                "[]                                                   | ``                  | an object",
                "{\"title\":\"a\\u0000\",\"page_count\":1}              | /title              | U+0000",
                "{\"title\":\"a\",\"sub_title\":\"\\u0000\"}            | /sub_title          | U+0000",
                "{\"title\":\"a\",\"chapters\":[{\"name\":\"\\u0000\"}]} | /chapters/0/name    | U+0000",
            })
    void aWrongFieldIsNamedByItsPointer(String json, String pointer, String detail) throws Exception {
        var answer = server.post("/api/v1/shelf", json, "Authorization", "Bearer admin");
        var problem = problem(answer, 400, "invalid-json");
        assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo(pointer);
        if (detail != null) assertThat(problem.at("/errors/0/detail").asText()).contains(detail);
        assertThat(answer.body()).doesNotContain("wvwbuilder", "java.", "com.fasterxml", "Exception");
    }

    @Test
    void aRecordThatRefusesItselfIsQuoted() throws Exception {
        var answer =
                server.post("/api/v1/shelf", "{\"title\":\" \",\"page_count\":1}", "Authorization", "Bearer admin");
        var problem = problem(answer, 422, "invalid");
        assertThat(problem.at("/errors/0/detail").asText()).isEqualTo("must not be blank");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{",
                "``",
                "{\"title\":}",
                "nonsense",
                "{\"a\":1}{}",
                "null",
                "{\"title\":\"a\",\"title\":\"b\"}",
            })
    void whatIsNoJsonIsRefused(String json) throws Exception {
        problem(server.post("/api/v1/shelf", json, "Authorization", "Bearer admin"), 400, "invalid-json");
    }

    static JsonNode problem(HttpResponse<String> answer, int status, String type) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        var problem = Json.MAPPER.readTree(answer.body());
        assertThat(problem.get("type").asText()).isEqualTo("urn:wvw:problem:" + type);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("title").asText()).isNotBlank();
        assertThat(problem.get("instance").asText())
                .isEqualTo("urn:wvw:request:"
                        + answer.headers().firstValue("X-Request-Id").orElseThrow());
        assertThat(problem.get("errors").isArray()).isTrue();
        return problem;
    }
}
