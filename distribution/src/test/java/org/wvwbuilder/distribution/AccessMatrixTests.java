package org.wvwbuilder.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Quality A13: every endpoint against everybody. The rows stand in {@code access-matrix.txt}: method, path, and who may.
 * A route without a row fails, and so does a row without a route.
 */
class AccessMatrixTests {
    @TempDir
    static Path folder;

    private static Gw2 gw2;
    private static RunningServer server;
    private static Map<String, String> rows;

    @BeforeAll
    static void start() throws Exception {
        gw2 = Gw2.in(folder);
        Accounts.add(gw2, "admin", "admin");
        Accounts.add(gw2, "owner", "member");
        Accounts.add(gw2, "other", "member");
        server = gw2.run();
        rows = readRows();
    }

    @AfterAll
    static void stop() throws Exception {
        gw2.close();
    }

    @Test
    void everyRouteHasARowAndEveryRowARoute() throws Exception {
        var document = ApiClient.anonymous(server.awaitReady()).get("/openapi.json");
        assertThat(document.statusCode()).isEqualTo(200);
        assertThat(new TreeSet<>(rows.keySet())).isEqualTo(Routes.of(document.body()));
    }

    @Test
    void typesOfOneNameSayWhoseTheyAre() throws Exception {
        var document = ApiClient.anonymous(server.awaitReady()).get("/openapi.json");
        var names = Routes.types(document.body());
        assertThat(names)
                .contains("Entry", "LogMonitorEntry", "PageOfLogMonitorEntry")
                .noneMatch(name -> name.matches(".*[0-9]"));
    }

    @Test
    void nobodyIsLetInWithoutAToken() throws Exception {
        var client = ApiClient.anonymous(server.awaitReady());
        for (var row : rows.entrySet()) {
            var status = call(client, row.getKey());
            if (row.getValue().equals("anyone") || row.getValue().equals("page")) {
                assertThat(status).as(row + " without a token").isNotIn(401, 403, 500);
            } else if (row.getValue().equals("holder")) {
                assertThat(status).as(row + " without a token").isIn(400, 401, 403, 409, 415, 422);
            } else {
                assertThat(status).as(row + " without a token").isEqualTo(401);
            }
        }
    }

    @Test
    void aTokenThatIsNotGoodIsRefusedEverywhere() throws Exception {
        var client = ApiClient.anonymous(server.awaitReady()).with("eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9.");
        for (var row : rows.entrySet()) {
            if (row.getValue().equals("page")) continue;
            assertThat(call(client, row.getKey()))
                    .as(row + " with a forged token")
                    .isEqualTo(401);
        }
    }

    @Test
    void aMemberIsKeptOutOfWhatIsTheAdministrators() throws Exception {
        var client = Accounts.signIn(server, "other");
        for (var row : rows.entrySet()) {
            var status = call(client, row.getKey());
            if (row.getValue().equals("admin") || row.getValue().equals("commander")) {
                assertThat(status).as(row + " as a member").isEqualTo(403);
            } else {
                assertThat(status).as(row + " as a member").isNotIn(403, 500);
            }
            if (status == 401) assertThat(row.getValue()).as(row.toString()).isEqualTo("holder");
        }
    }

    @Test
    void anAdministratorIsLetInEverywhere() throws Exception {
        var client = Accounts.signIn(server, "admin");
        for (var row : rows.entrySet()) {
            var status = call(client, row.getKey());
            assertThat(status).as(row + " as an administrator").isNotIn(403, 405, 500);
            if (status == 401) assertThat(row.getValue()).as(row.toString()).isEqualTo("holder");
        }
    }

    @Test
    void whatIsPrivateIsNotThereForAnotherMember() throws Exception {
        var saved = Accounts.signIn(server, "owner").saveBuild("the owner's own");
        assertThat(saved.statusCode()).isEqualTo(201);
        var path = "/api/v1/builds/" + ApiClient.text(saved.body(), "id");
        var other = Accounts.signIn(server, "other");
        assertThat(other.get(path).statusCode()).isEqualTo(404);
        assertThat(other.send("PATCH", path, "{\"name\": \"mine now\"}").statusCode())
                .isEqualTo(404);
        assertThat(other.send("DELETE", path, null).statusCode()).isEqualTo(404);
        assertThat(ApiClient.anonymous(server.awaitReady()).get(path).statusCode())
                .isIn(401, 404);
        assertThat(Accounts.signIn(server, "owner").get(path).statusCode()).isEqualTo(200);
    }

    /** Calls a route with ids that nobody has and a body that fits nothing: only the access rule is asked. */
    private static int call(ApiClient client, String route) throws IOException, InterruptedException {
        var words = route.split(" ");
        var path = words[1].replaceAll("\\{[^}]+}", "nobody");
        var body = words[0].equals("GET") || words[0].equals("DELETE") ? null : "{}";
        // Signing out would end the session that the next rows need.
        if (path.endsWith("/auth/logout") || path.endsWith("/auth/sessions"))
            body = words[0].equals("GET") ? null : "{\"refresh_token\": \"none\"}";
        return client.send(words[0], path, body).statusCode();
    }

    private static Map<String, String> readRows() throws IOException {
        var read = new TreeMap<String, String>();
        var lines = new ArrayList<>(Files.readAllLines(Path.of("src/test/resources/access-matrix.txt")));
        lines.removeIf(line -> line.isBlank() || line.startsWith("#"));
        for (var line : lines) {
            var words = line.strip().split("\\s+");
            read.put(words[0] + " " + words[1], words[2]);
        }
        return read;
    }
}
