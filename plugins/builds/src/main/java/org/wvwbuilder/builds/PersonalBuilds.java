package org.wvwbuilder.builds;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.wvwbuilder.builds.share.ShareCode;
import org.wvwbuilder.builds.share.SharedBuild;
import org.wvwbuilder.builds.store.Build;
import org.wvwbuilder.builds.store.Builds;
import org.wvwbuilder.builds.store.Trash;
import org.wvwbuilder.builds.store.Trashed;
import org.wvwbuilder.builds.template.StoredLink;
import org.wvwbuilder.plugin.PersonalData;
import org.wvwbuilder.plugin.event.AccountChanged;

/** Gives people their builds to take along, and lets go of them when an account is deleted. */
record PersonalBuilds(Builds builds, Trash trash) implements PersonalData {
    private static final int AT_ONCE = 200;

    @Override
    public String name() {
        return "builds";
    }

    @Override
    public Stream<Map<String, Object>> of(String accountId) {
        var kept = PersonalData.<Build>paged(last -> builds.behind(accountId, last.map(Build::id), AT_ONCE));
        var deleted = PersonalData.<Trashed>paged(last -> trash.of(accountId, last.map(Trash::place), AT_ONCE))
                .map(Trashed::build);
        return Stream.concat(kept, deleted).map(PersonalBuilds::plain);
    }

    void on(AccountChanged event) {
        if (event.change() == AccountChanged.Change.DELETED) forget(event.accountId());
    }

    @Override
    public void forget(String accountId) {
        builds.removeAll(accountId);
        trash.emptyAll(accountId);
    }

    private static Map<String, Object> plain(Build build) {
        var details = build.details();
        var plain = new LinkedHashMap<String, Object>();
        plain.put("id", build.id());
        plain.put("name", details.name());
        plain.put("chat_link", details.chatLink());
        plain.put(
                "share_code",
                ShareCode.encode(new SharedBuild(StoredLink.read(details.chatLink()), details.equipment())));
        plain.put("team_id", details.team().orElse(null));
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
