package com.example.buildherald;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.event.BuildSaved;

/** The notices in the database, never more than the setting says. */
record Notices(Database database, int keep) {

    void add(BuildSaved event) {
        database.write(connection -> {
            try (var insert = connection.prepareStatement("""
                    INSERT INTO build_herald_notices (build_id, at, name, profession, chat_link) VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT (build_id) DO UPDATE SET at = excluded.at, name = excluded.name,
                        profession = excluded.profession, chat_link = excluded.chat_link""");
                    var trim = connection.prepareStatement("""
                    DELETE FROM build_herald_notices WHERE build_id NOT IN
                        (SELECT build_id FROM build_herald_notices ORDER BY at DESC LIMIT ?)""")) {
                insert.setString(1, event.buildId());
                insert.setLong(2, event.at().toEpochMilli());
                insert.setString(3, event.name());
                insert.setString(4, event.profession());
                insert.setString(5, event.chatLink());
                insert.executeUpdate();
                trim.setInt(1, keep);
                return trim.executeUpdate();
            }
        });
    }

    List<Notice> newest() {
        return database.read(connection -> {
            try (var select = connection.prepareStatement(
                            "SELECT at, name, profession, chat_link FROM build_herald_notices ORDER BY at DESC");
                    var rows = select.executeQuery()) {
                var notices = new ArrayList<Notice>();
                while (rows.next()) {
                    notices.add(new Notice(
                            Instant.ofEpochMilli(rows.getLong(1)),
                            rows.getString(2),
                            rows.getString(3),
                            rows.getString(4)));
                }
                return notices;
            }
        });
    }
}
