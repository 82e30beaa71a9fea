package org.wvwbuilder.auth.openid;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wvwbuilder.plugin.PersonalData;

/** Gives people the list of providers that they are linked to. */
public record IdentityData(Identities identities) implements PersonalData {

    @Override
    public String name() {
        return "identities";
    }

    @Override
    public List<Map<String, Object>> of(String accountId) {
        return identities.of(accountId).stream().map(IdentityData::plain).toList();
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
