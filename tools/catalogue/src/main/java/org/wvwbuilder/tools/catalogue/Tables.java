package org.wvwbuilder.tools.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.wvwbuilder.builds.catalogue.SheetWriter;

/** Reads the tables and writes each as a section: these are the columns, in this order. */
final class Tables {
    private static final JsonMapper JSON = new JsonMapper();

    /** The kinds of upgrades and the tables that they come from. */
    private static final Map<String, String> UPGRADES = Map.of(
            "rune", "runes",
            "sigil", "sigils",
            "relic", "relics",
            "infusion", "infusions-wvw",
            "food", "food",
            "utility", "utility");

    private final Path folder;
    private final SheetWriter sheet;

    Tables(Path folder, SheetWriter sheet) {
        this.folder = folder;
        this.sheet = sheet;
    }

    void writeAll() throws IOException {
        section("professions", list(table("professions")), this::profession);
        section("specializations", byId(table("specializations")), this::specialization);
        section("traits", byId(table("traits")), this::trait);
        section("skills", byId(table("skills")), this::skill);
        palettes();
        section("legends", list(table("legends").path("legends")), this::legend);
        section("pets", byId(table("pets")), pet -> sheet.number(id(pet)).text(text(pet, "name")));
        section(
                "weapons",
                list(table("weapons")),
                weapon -> sheet.optional(optional(weapon, "chatCodeId"))
                        .text(text(weapon, "type"))
                        .text(text(weapon, "hand")));
        itemStats();
        upgrades();
        section("boon_sources", byId(table("wvw-boon-sources")), this::boonSource);
    }

    private void profession(JsonNode profession) {
        sheet.text(text(profession, "id"))
                .number(profession.path("code").asInt())
                .text(text(profession, "armor"))
                .number(profession.path("baseHealthLevel80").asInt());
        numbers(profession, "specializationIds");
        numbers(profession, "professionSkillIds");
        sheet.list(list(profession.path("weapons")), weapon -> {
            sheet.text(text(weapon, "type"));
            texts(weapon, "flags");
            sheet.optional(optional(weapon, "gateSpecializationId"));
            sheet.list(
                    list(weapon.path("skills")),
                    skill -> sheet.number(id(skill)).text(text(skill, "slot")));
        });
    }

    private void specialization(JsonNode specialization) {
        sheet.number(id(specialization))
                .text(text(specialization, "name"))
                .text(text(specialization, "profession"))
                .flag(specialization.path("elite").asBoolean())
                .text(text(specialization, "expansion"));
        numbers(specialization, "minorTraitIds");
        numbers(specialization, "majorTraitIds");
    }

    private void trait(JsonNode trait) {
        sheet.number(id(trait))
                .text(text(trait, "name"))
                .number(trait.path("specializationId").asInt())
                .text(text(trait, "slot"))
                .number(trait.path("tier").asInt())
                .optional(optional(trait, "choice"));
    }

    private void skill(JsonNode skill) {
        sheet.number(id(skill))
                .text(text(skill, "name"))
                .text(text(skill, "type"))
                .text(text(skill, "slot"))
                .text(text(skill, "weapon"))
                .optional(optional(skill, "specialization"))
                .flag(skill.has("rechargePve"));
        if (skill.has("rechargePve")) sheet.decimal(skill.path("rechargePve").doubleValue());
        texts(skill, "categories");
        texts(skill, "professions");
        sheet.optional(optional(skill, "flipSkillId")).optional(optional(skill, "nextChainId"));
    }

    private void palettes() throws IOException {
        var byProfession = table("palette");
        sheet.section("palettes", byProfession.size());
        byProfession
                .properties()
                .forEach(entry -> sheet.number(Integer.parseInt(entry.getKey()))
                        .list(
                                list(entry.getValue()),
                                pair -> sheet.number(pair.path(0).asInt())
                                        .number(pair.path(1).asInt())));
    }

    private void legend(JsonNode legend) {
        sheet.number(legend.path("code").asInt())
                .text(text(legend, "name"))
                .flag(text(legend, "codeConfidence").equals("high"))
                .optional(optional(legend, "specializationId"))
                .number(legend.path("swap").asInt())
                .number(legend.path("heal").asInt());
        numbers(legend, "utilities");
        sheet.number(legend.path("elite").asInt());
    }

    private void itemStats() throws IOException {
        var table = table("itemstats");
        var armour = list(table.at("/legal/armorWeapon"));
        var trinkets = list(table.at("/legal/trinket"));
        section(
                "itemstats",
                byId(table.path("stats")),
                stat -> sheet.number(id(stat))
                        .text(text(stat, "name"))
                        .list(
                                list(stat.path("attributes")),
                                attribute -> sheet.text(text(attribute, "attribute"))
                                        .decimal(attribute.path("multiplier").doubleValue())
                                        .number(attribute.path("value").asInt()))
                        .flag(armour.contains(stat.path("id")))
                        .flag(trinkets.contains(stat.path("id"))));
    }

    private void upgrades() throws IOException {
        record Upgrade(String type, JsonNode item) {}
        var all = new ArrayList<Upgrade>();
        for (var kind : UPGRADES.entrySet()) {
            list(table(kind.getValue())).forEach(item -> all.add(new Upgrade(kind.getKey(), item)));
        }
        all.sort(Comparator.comparingInt(upgrade -> id(upgrade.item)));
        section("upgrades", all, upgrade -> {
            var item = upgrade.item;
            var bonuses = item.has("attribute") ? List.of(item) : list(item.path("bonuses"));
            sheet.number(id(item)).text(upgrade.type).text(text(item, "name")).optional(optional(item, "durationMs"));
            sheet.list(
                    bonuses,
                    bonus -> sheet.text(text(bonus, "attribute"))
                            .number(bonus.path("value").asInt())
                            .flag(bonus.path("percent").asBoolean())
                            .text(text(bonus, "from")));
        });
    }

    private void boonSource(JsonNode source) {
        sheet.text(text(source, "kind"))
                .number(id(source))
                .list(
                        list(source.path("boons")),
                        boon -> sheet.text(text(boon, "boon"))
                                .decimal(boon.path("duration").doubleValue())
                                .number(boon.path("stacks").asInt()))
                .optional(optional(source, "conditionsRemoved"))
                .flag(source.path("stunBreak").asBoolean())
                .optional(optional(source, "targets"));
    }

    private <T> void section(String name, List<T> rows, Consumer<T> row) {
        sheet.section(name, rows.size());
        rows.forEach(row);
    }

    private void numbers(JsonNode node, String field) {
        sheet.list(list(node.path(field)), item -> sheet.number(item.asInt()));
    }

    private void texts(JsonNode node, String field) {
        sheet.list(list(node.path(field)), item -> sheet.text(item.asText()));
    }

    private JsonNode table(String name) throws IOException {
        return JSON.readTree(folder.resolve(name + ".json").toFile());
    }

    private static List<JsonNode> byId(JsonNode table) {
        return table.valueStream().sorted(Comparator.comparingInt(Tables::id)).toList();
    }

    private static List<JsonNode> list(JsonNode list) {
        return list.valueStream().toList();
    }

    private static int id(JsonNode node) {
        return node.path("id").asInt();
    }

    private static Optional<Integer> optional(JsonNode node, String field) {
        return node.path(field).isNumber() ? Optional.of(node.path(field).intValue()) : Optional.empty();
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).isNull() ? "" : node.path(field).asText();
    }
}
