package org.wvwbuilder.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.testing.TestPlugin;

class OpenApiTests {
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static TestServer server;
    private static JsonNode document;

    @BeforeAll
    static void start() throws Exception {
        server = new TestServer();
        document = Json.MAPPER.readTree(server.get("/openapi.json").body());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theDocumentIsValidByTheSchemaOfOpenApiItself() throws Exception {
        try (var official = OpenApiTests.class.getResourceAsStream("openapi-3.1-schema.json")) {
            assertThat(SCHEMAS.getSchema(official).validate(document)).isEmpty();
        }
        assertThat(document.at("/info/version").asText()).isEqualTo("1.2.3");
        assertThat(document.get("paths")).hasSizeGreaterThan(15);
    }

    @Test
    void theSchemasInItAreJsonSchemas() {
        var meta = SCHEMAS.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        var schemas = document.at("/components/schemas");
        assertThat(schemas).hasSizeGreaterThan(5);
        schemas.properties()
                .forEach(e ->
                        assertThat(meta.validate(e.getValue())).as(e.getKey()).isEmpty());
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        var references = document.findValuesAsText("$ref");
        assertThat(references).isNotEmpty();
        references.forEach(r ->
                assertThat(document.at(r.substring(1)).isMissingNode()).as(r).isFalse());
    }

    @Test
    void everyOperationHasAnIdOfItsOwnAndSaysHowItFails() {
        var ids = document.findValuesAsText("operationId");
        assertThat(ids).doesNotHaveDuplicates().contains("shelf_get", "shelf_all", "server_metrics");
        for (var path : document.get("paths")) {
            for (var operation : path) {
                assertThat(operation
                                .at("/responses/default/content/application~1problem+json")
                                .isMissingNode())
                        .isFalse();
            }
        }
    }

    @Test
    void anOperationTellsItsParametersRolesAndAnswers() {
        var all = document.at("/paths/~1api~1v1~1shelf~1all/get");
        assertThat(all.at("/summary").asText()).isEqualTo("All books.");
        assertThat(all.at("/parameters/0").toString())
                .isEqualTo("{\"name\":\"limit\",\"in\":\"query\",\"description\":\"How many at most.\","
                        + "\"schema\":{\"type\":\"integer\",\"format\":\"int32\",\"default\":50}}");
        assertThat(all.at("/parameters/1/schema/enum").toString()).isEqualTo("[\"paper\",\"hard_cover\"]");
        assertThat(all.at("/security").toString()).isEqualTo("[{\"bearer\":[\"member\"]}]");
        assertThat(all.at("/responses/200/content/application~1json/schema/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/PageOfBook");
        assertThat(all.at("/responses").fieldNames()).toIterable().contains("400", "401", "403");
        var page = document.at("/components/schemas/PageOfBook");
        assertThat(page.at("/properties/items/items/$ref").asText()).isEqualTo("#/components/schemas/Book");
        assertThat(page.at("/properties/next_cursor/type").toString()).isEqualTo("[\"string\",\"null\"]");
    }

    @Test
    void aRequestsOptionalFieldsMayBeLeftOutAndUnknownOnesAreRefused() {
        var book = document.at("/components/schemas/NewBook");
        assertThat(book.get("required").toString()).isEqualTo("[\"title\",\"page_count\",\"binding\",\"chapters\"]");
        assertThat(book.get("additionalProperties").asBoolean()).isFalse();
        assertThat(document.at("/components/schemas/Book/properties/title/description")
                        .asText())
                .isEqualTo("As on the spine.");
    }

    @Test
    void aBodyThatMayBeMissingAndAFurtherStatusAreTold() {
        assertThat(document.at("/paths/~1api~1v1~1shelf~1wish/put/requestBody/required")
                        .asBoolean(true))
                .isFalse();
        assertThat(document.at("/paths/~1api~1v1~1shelf/post/requestBody/required")
                        .asBoolean())
                .isTrue();
        assertThat(document.at("/paths/~1api~1v1~1shelf~1known/get/responses/304")
                        .toString())
                .isEqualTo("{\"description\":\"Not Modified\"}");
    }

    @Test
    void aFormAndJsonAtOneAddressAreOneOperation() {
        var login = document.at("/paths/~1api~1v1~1shelf~1login/post");
        assertThat(login.at("/requestBody/content").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("application/json", "application/x-www-form-urlencoded");
        assertThat(login.at("/security").toString()).isEqualTo("[{},{\"bearer\":[]}]");
    }

    @Test
    void whatIsClosedIsNotShownAndPatternsAreTakenOutOfPaths() {
        assertThat(document.get("paths").has("/api/v1/shelf/closed")).isFalse();
        assertThat(document.at("/paths/~1api~1v1~1shelf~1{id}").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("get", "put");
    }

    @Test
    void whatIsStreamedIsAList() throws Exception {
        var room = document.at("/components/schemas/Stock/properties/rooms/additionalProperties");
        assertThat(room.path("type").asText()).isEqualTo("array");
        assertThat(room.at("/items/$ref").asText()).isEqualTo("#/components/schemas/Book");
        assertValid("Stock", server.get("/api/v1/shelf/stock").body());
    }

    @Test
    void whatTheServerAnswersIsValidByTheDocument() throws Exception {
        assertValid("Book", server.get("/api/v1/shelf").body());
        assertValid("Told", server.get("/api/v1/shelf/told").body());
        assertValid(
                "PageOfBook",
                server.get("/api/v1/shelf/all", "Authorization", "Bearer admin").body());
        assertValid("Problem", server.get("/api/v1/shelf/all").body());
        assertValid(
                "Problem",
                server.get("/api/v1/shelf/all?limit=0", "Authorization", "Bearer admin")
                        .body());
    }

    @Test
    void itIsSentOnceAndAgainOnlyWhenThePluginsChanged() throws Exception {
        try (var other = new TestServer()) {
            var first = other.get("/openapi.json");
            var tag = first.headers().firstValue("ETag").orElseThrow();
            assertThat(other.get("/openapi.json", "If-None-Match", tag).statusCode())
                    .isEqualTo(304);
            var plugin = new TestPlugin("late", OpenApiTests.class);
            other.http.resources().install(plugin, List.of(new Contribution.Resource(new PluginTests.Late())));
            var second = other.get("/openapi.json", "If-None-Match", tag);
            assertThat(second.statusCode()).isEqualTo(200);
            assertThat(second.body()).contains("/api/v1/late");
        }
    }

    private static void assertValid(String schema, String body) throws Exception {
        // The references inside lead into the whole document.
        var whole = Json.MAPPER.createObjectNode().put("$ref", "#/components/schemas/" + schema);
        whole.set("components", document.get("components"));
        JsonSchema validator = SCHEMAS.getSchema(whole);
        assertThat(validator.validate(Json.MAPPER.readTree(body))).as(body).isEmpty();
    }
}
