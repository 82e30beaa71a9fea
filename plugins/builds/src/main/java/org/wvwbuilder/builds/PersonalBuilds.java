package org.wvwbuilder.builds;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wvwbuilder.builds.store.Build;
import org.wvwbuilder.builds.store.Builds;
import org.wvwbuilder.plugin.PersonalData;
import org.wvwbuilder.plugin.event.AccountChanged;

/** Gives people their builds to take along, and lets go of them when an account is deleted. */
record PersonalBuilds(Builds builds) implements PersonalData {

    @Override
    public String name() {
        return "builds";
    }

    @Override
    public List<Map<String, Object>> of(String accountId) {
        return builds.newest(accountId, Integer.MAX_VALUE).stream()
                .map(PersonalBuilds::plain)
                .toList();
    }

    void on(AccountChanged event) {
        if (event.change() == AccountChanged.Change.DELETED) builds.removeAll(event.accountId());
    }

    private static Map<String, Object> plain(Build build) {
        var details = build.details();
        var plain = new LinkedHashMap<String, Object>();
        plain.put("id", build.id());
        plain.put("name", details.name());
        plain.put("chat_link", details.chatLink());
        plain.put("game_mode", details.gameMode());
        plain.put("role", details.role());
        plain.put("tags", details.tags());
        plain.put("notes", details.notes());
        plain.put("visibility", details.visibility().name().toLowerCase(java.util.Locale.ROOT));
        plain.put("created_at", build.createdAt());
        plain.put("updated_at", build.updatedAt());
        return plain;
    }
}
