package org.wvwbuilder.tools.catalogue;

import static org.wvwbuilder.tools.catalogue.Sheet.list;
import static org.wvwbuilder.tools.catalogue.Sheet.parts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the tables and writes each as a section. */
final class Tables {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The kinds of upgrades and the tables that they come from. */
    private static final Map<String, String> UPGRADES = Map.of(
            "rune", "runes",
            "sigil", "sigils",
            "relic", "relics",
            "infusion", "infusions-wvw",
            "food", "food",
            "utility", "utility");

    private final Path folder;
    private final Sheet sheet;

    Tables(Path folder, Sheet sheet) {
        this.folder = folder;
        this.sheet = sheet;
    }

    void writeAll() throws IOException {
        professions();
        simple("specializations", s -> new Object[] {
            id(s),
            text(s, "name"),
            text(s, "profession"),
            flag(s, "elite"),
            text(s, "expansion"),
            numbers(s, "minorTraitIds"),
            numbers(s, "majorTraitIds")
        });
        simple("traits", t -> new Object[] {
            id(t), text(t, "name"), text(t, "specializationId"), text(t, "slot"), text(t, "tier"), text(t, "choice")
        });
        simple("skills", s -> new Object[] {
            id(s),
            text(s, "name"),
            text(s, "type"),
            text(s, "slot"),
            text(s, "weapon"),
            text(s, "specialization"),
            text(s, "rechargePve"),
            numbers(s, "categories"),
            numbers(s, "professions"),
            text(s, "flipSkillId"),
            text(s, "nextChainId")
        });
        palettes();
        legends();
        simple("pets", p -> new Object[] {id(p), text(p, "name")});
        section("weapons", rows("weapons"), w ->
                new Object[] {text(w, "chatCodeId"), text(w, "type"), text(w, "hand")});
        itemStats();
        upgrades();
        section("boon-sources", "wvw-boon-sources", Tables::boonSource);
    }

    private void professions() throws IOException {
        var rows = rows("professions");
        section("professions", rows, p -> new Object[] {
            text(p, "id"),
            text(p, "code"),
            text(p, "armor"),
            text(p, "baseHealthLevel80"),
            numbers(p, "specializationIds"),
            numbers(p, "professionSkillIds")
        });
        var weapons = new ArrayList<Object[]>();
        for (var profession : rows) {
            for (var weapon : profession.path("weapons")) {
                var skills = items(weapon, "skills").map(s -> parts(id(s), text(s, "slot")));
                weapons.add(new Object[] {
                    text(profession, "id"),
                    text(weapon, "type"),
                    numbers(weapon, "flags"),
                    text(weapon, "gateSpecializationId"),
                    list(skills)
                });
            }
        }
        sheet.section("profession-weapons", weapons.size());
        weapons.forEach(sheet::row);
    }

    private void palettes() throws IOException {
        var byProfession = JSON.readTree(folder.resolve("palette.json").toFile());
        sheet.section("palettes", byProfession.size());
        byProfession
                .properties()
                .forEach(entry -> sheet.row(
                        entry.getKey(),
                        list(stream(entry.getValue())
                                .map(pair ->
                                        parts(pair.path(0).asInt(), pair.path(1).asInt())))));
    }

    private void legends() throws IOException {
        var legends = stream(
                        JSON.readTree(folder.resolve("legends.json").toFile()).path("legends"))
                .toList();
        section("legends", legends, l -> new Object[] {
            text(l, "code"),
            text(l, "name"),
            text(l, "codeConfidence").equals("high") ? 1 : 0,
            text(l, "specializationId"),
            text(l, "swap"),
            text(l, "heal"),
            numbers(l, "utilities"),
            text(l, "elite")
        });
    }

    private void itemStats() throws IOException {
        var table = JSON.readTree(folder.resolve("itemstats.json").toFile());
        Set<Integer> armour = ids(table.at("/legal/armorWeapon"));
        Set<Integer> trinkets = ids(table.at("/legal/trinket"));
        section("itemstats", byId(table.path("stats")), s -> new Object[] {
            id(s),
            text(s, "name"),
            list(items(s, "attributes").map(a -> parts(text(a, "attribute"), text(a, "multiplier"), text(a, "value")))),
            armour.contains(id(s)) ? 1 : 0,
            trinkets.contains(id(s)) ? 1 : 0
        });
    }

    private void upgrades() throws IOException {
        var all = new ArrayList<Object[]>();
        for (var kind : UPGRADES.keySet()) {
            for (var item : rows(UPGRADES.get(kind))) {
                var bonuses = item.has("attribute") ? Stream.of(item) : items(item, "bonuses");
                all.add(new Object[] {
                    id(item), kind, text(item, "name"), text(item, "durationMs"), list(bonuses.map(Tables::bonus))
                });
            }
        }
        all.sort(Comparator.comparing(row -> (Integer) row[0]));
        sheet.section("upgrades", all.size());
        all.forEach(sheet::row);
    }

    private static String bonus(JsonNode bonus) {
        return parts(text(bonus, "attribute"), text(bonus, "value"), flag(bonus, "percent"), text(bonus, "from"));
    }

    private static Object[] boonSource(JsonNode source) {
        var boons = items(source, "boons").map(b -> parts(text(b, "boon"), text(b, "duration"), text(b, "stacks")));
        return new Object[] {
            text(source, "kind"),
            id(source),
            list(boons),
            text(source, "conditionsRemoved"),
            flag(source, "stunBreak"),
            text(source, "targets")
        };
    }

    private void simple(String table, Row row) throws IOException {
        section(table, table, row);
    }

    private void section(String name, String table, Row row) throws IOException {
        section(name, byId(JSON.readTree(folder.resolve(table + ".json").toFile())), row);
    }

    private void section(String name, List<JsonNode> rows, Row row) {
        sheet.section(name, rows.size());
        rows.forEach(node -> sheet.row(row.of(node)));
    }

    private List<JsonNode> rows(String table) throws IOException {
        return stream(JSON.readTree(folder.resolve(table + ".json").toFile())).toList();
    }

    private static List<JsonNode> byId(JsonNode table) {
        return stream(table).sorted(Comparator.comparingInt(Tables::id)).toList();
    }

    private static Set<Integer> ids(JsonNode list) {
        var ids = new HashSet<Integer>();
        list.forEach(one -> ids.add(one.asInt()));
        return ids;
    }

    private static Stream<JsonNode> items(JsonNode node, String field) {
        return stream(node.path(field));
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return list.valueStream();
    }

    private static String numbers(JsonNode node, String field) {
        return list(items(node, field).map(JsonNode::asText));
    }

    private static int id(JsonNode node) {
        return node.path("id").asInt();
    }

    private static String text(JsonNode node, String field) {
        var value = node.path(field);
        return value.isNull() ? "" : value.asText();
    }

    private static int flag(JsonNode node, String field) {
        return node.path(field).asBoolean() ? 1 : 0;
    }

    /** How a node becomes a row. */
    private interface Row {
        Object[] of(JsonNode node);
    }
}
