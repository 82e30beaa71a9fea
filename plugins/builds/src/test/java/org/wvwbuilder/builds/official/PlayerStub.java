package org.wvwbuilder.builds.official;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.wvwbuilder.builds.official.OfficialStub.Answer;

/** A player of the official API's stand-in: keys, subtokens and characters, in the shapes of the game. */
public final class PlayerStub {
    public static final String KEY = "0F0E0D0C-1111-2222-3333-44445555666677778888-9999-AAAA-BBBB-CCCCDDDDEEEE";
    private static final JsonMapper JSON = new JsonMapper();

    /** What a key may do. @param urls all, where empty */
    public record Token(List<String> permissions, List<String> urls, Optional<Instant> expires) {}

    public final Map<String, Token> tokens = new TreeMap<>();
    public final List<Map<String, Object>> characters = read("characters.json");
    private int made;

    PlayerStub() {
        tokens.put(
                KEY,
                new Token(
                        List.of("account", "builds", "characters", "inventories", "wallet"),
                        List.of(),
                        Optional.empty()));
    }

    public Map<String, Object> character(String name) {
        return characters.stream()
                .filter(one -> one.get("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The build of a tab, to be changed. */
    @SuppressWarnings("unchecked")
    public Map<String, Object> build(String name, int tab) {
        var tabs = (List<Map<String, Object>>) character(name).get("build_tabs");
        return (Map<String, Object>) tabs.get(tab - 1).get("build");
    }

    /** The gear of a tab, to be changed. */
    @SuppressWarnings("unchecked")
    public List<Map<String, Object>> gear(String name, int tab) {
        var tabs = (List<Map<String, Object>>) character(name).get("equipment_tabs");
        return (List<Map<String, Object>>) tabs.get(tab - 1).get("equipment");
    }

    static List<Map<String, Object>> read(String file) {
        try (var in = PlayerStub.class.getResourceAsStream(file)) {
            return new ArrayList<>(JSON.readValue(in, new TypeReference<List<Map<String, Object>>>() {}));
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    static boolean knows(String list) {
        return List.of("tokeninfo", "account", "createsubtoken", "characters").contains(list);
    }

    Answer answer(String list, Map<String, String> query, String authorization) throws IOException {
        var secret = authorization == null ? "" : authorization.replaceFirst("^Bearer ", "");
        var token = tokens.get(secret);
        if (token == null) return new Answer(401, "{\"text\":\"Invalid access token\"}");
        if (!token.urls().isEmpty() && !token.urls().contains("/v2/" + list)) {
            return new Answer(403, "{\"text\":\"endpoint is not allowed for this subtoken\"}");
        }
        return switch (list) {
            case "tokeninfo" -> good(info(token));
            case "account" ->
                good(Map.of(
                        "id", "C19467C6-F5AD-E211-8756-78E7D1936222", "name", "Anna.1234", "age", 1, "world", 2202));
            case "createsubtoken" -> good(Map.of("subtoken", subtoken(token, query)));
            default -> characters(token, query);
        };
    }

    private static Map<String, Object> info(Token token) {
        var info = new LinkedHashMap<String, Object>();
        info.put("id", "0F0E0D0C-1111-2222-3333-44445555666677778888");
        info.put("name", "<b>for builds</b>");
        info.put("permissions", token.permissions());
        info.put("type", token.expires().isPresent() ? "Subtoken" : "APIKey");
        token.expires().ifPresent(expires -> {
            info.put("expires_at", expires.toString());
            info.put("issued_at", "2026-11-20T20:00:00Z");
            if (!token.urls().isEmpty()) info.put("urls", token.urls());
        });
        return info;
    }

    private String subtoken(Token parent, Map<String, String> query) {
        var permissions = new ArrayList<>(List.of(query.get("permissions").split(",")));
        permissions.retainAll(parent.permissions());
        var secret = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.SUBTOKENSECRET" + ++made + ".0123456789abcdefghij";
        var urls = query.containsKey("urls") ? List.of(query.get("urls").split(",")) : List.<String>of();
        tokens.put(secret, new Token(permissions, urls, Optional.of(Instant.parse(query.get("expire")))));
        return secret;
    }

    private Answer characters(Token token, Map<String, String> query) throws IOException {
        for (var needed : List.of("account", "characters", "builds")) {
            if (!token.permissions().contains(needed)) {
                return new Answer(403, "{\"text\":\"requires scope " + needed + "\"}");
            }
        }
        var ids = query.get("ids");
        if (ids == null) {
            return good(characters.stream().map(one -> one.get("name")).toList());
        }
        var wanted = List.of(ids.split(","));
        var found = characters.stream()
                .filter(one -> wanted.contains((String) one.get("name")))
                .toList();
        if (found.isEmpty()) return new Answer(404, "{\"text\":\"all ids provided are invalid\"}");
        return new Answer(found.size() < wanted.size() ? 206 : 200, JSON.writeValueAsString(found));
    }

    private static Answer good(Object body) throws IOException {
        return new Answer(200, JSON.writeValueAsString(body));
    }
}
