package org.wvwbuilder.auth.openid;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.wvwbuilder.plugin.PersonalData;

/** Gives people the list of providers that they are linked to. */
public record IdentityData(Identities identities) implements PersonalData {

    @Override
    public String name() {
        return "identities";
    }

    @Override
    public Stream<Map<String, Object>> of(String accountId) {
        return identities.of(accountId).stream().map(IdentityData::plain);
    }

    private static Map<String, Object> plain(Identities.Way way) {
        var plain = new LinkedHashMap<String, Object>();
        plain.put("provider", way.provider());
        plain.put("name", way.label());
        plain.put("linked_at", way.createdAt());
        plain.put("last_used_at", way.usedAt());
        return plain;
    }
}
