package org.wvwbuilder.tools.fuzzer;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.wvwbuilder.tools.fuzzer.Callers.Caller;

/** Ways in: with a second factor, with a provider. */
final class Entrances {
    private static final String API = "/api/v1";
    private static final String TOTP = API + "/auth/totp";

    private final Callers callers;

    Entrances(Callers callers) {
        this.callers = callers;
    }

    /** An account of its own enrols, comes in with a recovery code, and is rid of the second factor. */
    void secondFactor(Journeys.Walk walk) throws Journeys.Astray, IOException, InterruptedException {
        var admin = callers.of("admin");
        var name = "member-walk-" + walk.number;
        var account = walk.read(Step.of("POST " + API + "/users", admin).saying(fresh(name)), 201);
        var from = "203.0.113." + (1 + walk.dice.below(250));
        var login = atDoor("/auth/login", from).saying("username", name, "password", Callers.PASSWORD);
        var codes = enrol(walk, member(name, walk.read(login, 200)));
        var challenge = walk.read(login, 403).path("challenge").asText();
        var code = codes.path(0).asText();
        var tokens =
                walk.read(atDoor("/auth/login/second-factor", from).saying("challenge", challenge, "code", code), 200);
        var again = atDoor("/auth/refresh", from)
                .saying("refresh_token", tokens.path("refresh_token").asText());
        var one = member(name, walk.read(again, 200));
        var more = walk.read(Step.of("POST " + TOTP + "/recovery-codes", one).saying(proof(codes.path(1))), 200)
                .path("recovery_codes");
        if (walk.dice.chance(0.5)) {
            walk.step(Step.of("DELETE " + TOTP, one).saying(proof(more.path(0))), 204);
        } else {
            var id = account.path("id").asText();
            walk.step(Step.of("DELETE " + API + "/users/{id}/totp", admin).at("id", id), 204);
        }
    }

    /** @return recovery codes */
    private static JsonNode enrol(Journeys.Walk walk, Caller one)
            throws Journeys.Astray, IOException, InterruptedException {
        var begin = Step.of("POST " + TOTP, one).saying("current_password", Callers.PASSWORD);
        var secret = walk.read(begin, 200).path("secret").asText();
        var confirm = Step.of("POST " + TOTP + "/confirm", one).saying("code", Codes.now(secret));
        return walk.read(confirm, 200).path("recovery_codes");
    }

    private Step atDoor(String path, String address) {
        return Step.of("POST " + API + path, callers.nobody()).from(address);
    }

    private static Caller member(String name, JsonNode tokens) {
        return new Caller(name, "member", tokens.path("access_token").asText());
    }

    private static String[] fresh(String name) {
        return new String[] {
            "username", name, "email", name + "@example.org", "password", Callers.PASSWORD, "role", "member"
        };
    }

    private static String[] proof(JsonNode code) {
        return new String[] {"current_password", Callers.PASSWORD, "code", code.asText()};
    }

    void provider(Journeys.Walk walk) throws Journeys.Astray, IOException, InterruptedException {
        var left = walk.step(
                Step.of("GET " + API + "/auth/openid/{name}/start", callers.nobody())
                        .at("name", Product.PROVIDER),
                303);
        back(walk, left, left.header("location").orElse(""));
    }

    void link(Journeys.Walk walk) throws Journeys.Astray, IOException, InterruptedException {
        var member = callers.of("member");
        var left = walk.step(
                Step.of("POST " + API + "/auth/openid/{name}/link", member).at("name", Product.PROVIDER), 200);
        back(walk, left, Contract.JSON.readTree(left.body()).path("address").asText());
        var linked = walk.read(Step.of("GET " + API + "/users/me/identities", member), 200);
        var id = linked.at("/items/0/id").asText();
        walk.step(Step.of("DELETE " + API + "/users/me/identities/{id}", member).at("id", id), 204);
    }

    /** From the provider, which has sent the browser back with a code. */
    private void back(Journeys.Walk walk, Response left, String address)
            throws Journeys.Astray, IOException, InterruptedException {
        var query = new TreeMap<String, String>();
        for (var pair : String.valueOf(URI.create(address).getRawQuery()).split("&")) {
            var parts = pair.split("=", 2);
            query.put(parts[0], URLDecoder.decode(parts[parts.length - 1], StandardCharsets.UTF_8));
        }
        var cookie = left.header("set-cookie").orElse("").replaceFirst(";.*", "");
        var callback = Step.of("GET " + API + "/auth/openid/{name}/callback", callers.nobody())
                .at("name", Product.PROVIDER)
                .with(Map.of("code", "c0de", "state", query.getOrDefault("state", "")), "Cookie: " + cookie);
        var home = walk.step(callback, 303).header("location").orElse("");
        if (home.contains("#error")) throw new Journeys.Astray(callback.name() + " " + home, 303);
    }
}
