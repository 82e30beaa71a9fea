package com.example.guildbank;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Page;

/** The bank in the database: its stacks in the order of the file, numbered from one. */
record Bank(Database database) {

    /** Puts these in the place of all that is there, in one transaction. */
    int replace(List<Stack> stacks) {
        return database.write(connection -> {
            try (var empty = connection.prepareStatement("DELETE FROM guild_bank_import_stacks");
                    var insert = connection.prepareStatement(
                            "INSERT INTO guild_bank_import_stacks (place, tab, item, amount) VALUES (?, ?, ?, ?)")) {
                empty.executeUpdate();
                int place = 0;
                for (var stack : stacks) {
                    insert.setInt(1, ++place);
                    insert.setString(2, stack.tab());
                    insert.setString(3, stack.item());
                    insert.setInt(4, stack.count());
                    insert.addBatch();
                }
                insert.executeBatch();
                return place;
            }
        });
    }

    Page<Stack> after(int place, int limit) {
        return database.read(connection -> {
            try (var select = connection.prepareStatement("""
                    SELECT tab, item, amount FROM guild_bank_import_stacks WHERE place > ? ORDER BY place LIMIT ?""")) {
                select.setInt(1, place);
                select.setInt(2, limit + 1);
                try (var rows = select.executeQuery()) {
                    var stacks = new ArrayList<Stack>();
                    while (rows.next()) stacks.add(new Stack(rows.getString(1), rows.getString(2), rows.getInt(3)));
                    if (stacks.size() <= limit) return new Page<>(stacks);
                    return new Page<>(stacks.subList(0, limit), Optional.of(String.valueOf(place + limit)));
                }
            }
        });
    }
}
