package org.wvwbuilder.tools.fuzzer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.wvwbuilder.tools.fuzzer.Callers.Caller;

/** What a guild does in several steps: a build deleted and taken back, a team with members, squads solved and compared. */
final class Guild {
    private static final String BUILDS = "/api/v1/builds";
    private static final String TEAMS = "/api/v1/teams";
    private static final String SQUADS = "/api/v1/compositions";
    private static final String LINK = "[&DQYfLSkaOCcXAXQANRfLAL4BjwBOARwBlwCWAAAAAAAAAAAAAAAAAAAAAAA=]";

    private final Callers callers;

    Guild(Callers callers) {
        this.callers = callers;
    }

    void trash(Journeys.Walk walk) throws Journeys.Astray, IOException, InterruptedException {
        var member = callers.of("member");
        var made = Step.of("POST " + BUILDS, member).saying("name", "Zerg " + walk.number, "chat_link", LINK);
        var id = id(walk.read(made, 201));
        walk.step(Step.of("DELETE " + BUILDS + "/{id}", member).at("id", id), 204);
        walk.step(Step.of("POST " + BUILDS + "/trash/{id}/restore", member).at("id", id), 200);
        walk.step(Step.of("DELETE " + BUILDS + "/{id}", member).at("id", id), 204);
        walk.step(Step.of("DELETE " + BUILDS + "/trash/{id}", member).at("id", id), 204);
    }

    void members(Journeys.Walk walk) throws Journeys.Astray, IOException, InterruptedException {
        var admin = callers.of("admin");
        var team = id(walk.read(Step.of("POST " + TEAMS, admin).saying("name", "Havoc " + walk.number), 201));
        var other = callers.of("member").name();
        var added = walk.read(
                Step.of("POST " + TEAMS + "/{id}/members", admin)
                        .at("id", team)
                        .saying("username", other, "role", "viewer"),
                201);
        var account = added.path("account_id").asText();
        var one = TEAMS + "/{id}/members/{account}";
        walk.step(
                Step.of("PUT " + one, admin)
                        .at("id", team)
                        .at("account", account)
                        .saying("role", "editor"),
                200);
        walk.step(Step.of("DELETE " + one, admin).at("id", team).at("account", account), 204);
    }

    void squads(Journeys.Walk walk) throws Journeys.Astray, IOException, InterruptedException {
        var member = callers.of("member");
        walk.step(Step.of("POST " + SQUADS + "/optimize", member).saying(squad()), 200);
        var left = squad(walk, member, "Left");
        var right = squad(walk, member, "Right");
        var sides = Contract.JSON.createObjectNode();
        sides.putObject("left").put("id", left);
        sides.putObject("right").put("id", right);
        walk.step(Step.of("POST " + SQUADS + "/compare", member).saying(sides), 200);
    }

    private static String squad(Journeys.Walk walk, Caller member, String name)
            throws Journeys.Astray, IOException, InterruptedException {
        return id(walk.read(Step.of("POST " + SQUADS, member).saying("name", name + walk.number), 201));
    }

    private static ObjectNode squad() {
        var body = Contract.JSON.createObjectNode().put("time_limit_ms", 50);
        var roster = body.putArray("roster");
        for (var player : new String[] {"Taimi", "Braham", "Canach", "Rytlock", "Caithe"})
            roster.addObject().put("player", player).putArray("builds").add("herald-boon");
        return body;
    }

    private static String id(JsonNode answer) {
        return answer.path("id").asText();
    }
}
