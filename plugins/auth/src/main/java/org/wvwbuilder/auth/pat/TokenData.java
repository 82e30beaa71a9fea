package org.wvwbuilder.auth.pat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.wvwbuilder.plugin.PersonalData;

/** Gives people the list of their tokens to take along; the tokens themselves are not kept. */
public record TokenData(PersonalTokens tokens) implements PersonalData {

    @Override
    public String name() {
        return "tokens";
    }

    @Override
    public Stream<Map<String, Object>> of(String accountId) {
        return tokens.of(accountId).stream().map(TokenData::plain);
    }

    private static Map<String, Object> plain(PersonalToken token) {
        var plain = new LinkedHashMap<String, Object>();
        plain.put("id", token.id());
        plain.put("name", token.name());
        plain.put("scopes", token.scopes().stream().sorted().toList());
        plain.put("created_at", token.createdAt());
        plain.put("expires_at", token.expiresAt());
        plain.put("last_used_at", token.usedAt().orElse(null));
        return plain;
    }
}
