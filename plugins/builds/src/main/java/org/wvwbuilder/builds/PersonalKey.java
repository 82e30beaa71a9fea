package org.wvwbuilder.builds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wvwbuilder.builds.character.Imports;
import org.wvwbuilder.builds.gamekey.GameKey;
import org.wvwbuilder.builds.gamekey.GameKeys;
import org.wvwbuilder.plugin.PersonalData;
import org.wvwbuilder.plugin.event.AccountChanged;

/** Tells people of their key of the game, never the key, and lets go of it when an account is deleted. */
record PersonalKey(GameKeys keys, Imports imports) implements PersonalData {

    @Override
    public String name() {
        return "characters";
    }

    @Override
    public List<Map<String, Object>> of(String accountId) {
        var all = new ArrayList<Map<String, Object>>();
        keys.find(accountId).map(PersonalKey::plain).ifPresent(all::add);
        imports.of(accountId).stream().map(PersonalKey::plain).forEach(all::add);
        return all;
    }

    void on(AccountChanged event) {
        if (event.change() == AccountChanged.Change.DELETED) {
            keys.remove(event.accountId());
            imports.removeAll(event.accountId());
        }
    }

    private static Map<String, Object> plain(GameKey key) {
        var plain = new LinkedHashMap<String, Object>();
        plain.put("game_account", key.gameAccount());
        plain.put("permissions", key.permissions());
        plain.put("given_at", key.givenAt());
        plain.put("expires_at", key.expiresAt());
        plain.put("used_at", key.usedAt().orElse(null));
        return plain;
    }

    private static Map<String, Object> plain(Imports.Imported imported) {
        var plain = new LinkedHashMap<String, Object>();
        plain.put("character", imported.character());
        plain.put("tab", imported.tab());
        plain.put("build_id", imported.build());
        plain.put("imported_at", imported.at());
        return plain;
    }
}
