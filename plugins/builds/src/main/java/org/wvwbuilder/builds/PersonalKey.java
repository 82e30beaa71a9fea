package org.wvwbuilder.builds;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
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
    public Stream<Map<String, Object>> of(String accountId) {
        return Stream.concat(
                keys.find(accountId).stream().map(PersonalKey::plain),
                imports.of(accountId).stream().map(PersonalKey::plain));
    }

    void on(AccountChanged event) {
        if (event.change() == AccountChanged.Change.DELETED) forget(event.accountId());
    }

    @Override
    public void forget(String accountId) {
        keys.remove(accountId);
        imports.removeAll(accountId);
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
