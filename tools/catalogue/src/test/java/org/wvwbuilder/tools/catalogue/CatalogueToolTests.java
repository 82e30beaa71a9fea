package org.wvwbuilder.tools.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueToolTests {
    private static final Map<String, String> TABLES = Map.ofEntries(
            Map.entry("professions", """
                    [{"id":"Guardian","code":1,"armor":"Heavy","baseHealthLevel80":1645,"specializationIds":[42],
                      "professionSkillIds":[9115],"weapons":[{"type":"Axe","flags":["Mainhand"],
                      "gateSpecializationId":null,"skills":[{"id":45047,"slot":"Weapon_1"}]}]}]"""),
            Map.entry("specializations", """
                    [{"id":42,"name":"Zeal","profession":"Guardian","elite":false,"expansion":"Core",
                      "minorTraitIds":[1],"majorTraitIds":[2]}]"""),
            Map.entry("traits", """
                    [{"id":2,"name":"Fiery Wrath","specializationId":42,"slot":"Major","tier":1,"choice":1},
                     {"id":1,"name":"Zealot","specializationId":42,"slot":"Minor","tier":1,"choice":null}]"""),
            Map.entry("skills", """
                    [{"id":9102,"name":"Shelter","type":"Heal","slot":"Heal","rechargePve":0.5,
                      "professions":["Guardian"]}]"""),
            Map.entry("palette", "{\"1\":[[2,9102]]}"),
            Map.entry("legends", """
                    {"legends":[{"code":1,"name":"Dragon","codeConfidence":"high","specializationId":52,"swap":1,
                      "heal":2,"utilities":[3,4,5],"elite":6}]}"""),
            Map.entry("pets", "[{\"id\":1,\"name\":\"Juvenile Jungle Stalker\"}]"),
            Map.entry("weapons", "[{\"type\":\"Trident\",\"chatCodeId\":null,\"hand\":\"2h\"}]"),
            Map.entry("itemstats", """
                    {"legal":{"armorWeapon":[161],"trinket":[]},"stats":[{"id":161,"name":"Berserker's",
                      "attributes":[{"attribute":"Power","multiplier":0.35,"value":0}]}]}"""),
            Map.entry("runes", "[{\"id\":1,\"name\":\"Rune\",\"bonuses\":[]}]"),
            Map.entry("sigils", "[]"),
            Map.entry("relics", "[]"),
            Map.entry("food", "[]"),
            Map.entry("utility", "[]"),
            Map.entry("infusions-wvw", "[{\"id\":9,\"name\":\"Infusion\",\"attribute\":\"Power\",\"value\":5}]"),
            Map.entry("wvw-boon-sources", """
                    [{"kind":"skill","id":9102,"boons":[{"boon":"Aegis","duration":2.5,"stacks":1}]}]"""));

    @TempDir
    Path folder;

    @BeforeEach
    void writeTables() throws IOException {
        for (var table : TABLES.entrySet())
            Files.writeString(folder.resolve(table.getKey() + ".json"), table.getValue());
    }

    @Test
    void theSameTablesGiveTheSameBytes() throws IOException {
        assertThat(written("2026-08")).isEqualTo(written("2026-08")).isNotEqualTo(written("2026-09"));
    }

    @Test
    void theSheetIsSealedWithItsChecksumAndHoldsEachTextOnce() throws Exception {
        var bytes = new GZIPInputStream(new ByteArrayInputStream(written("2026-08+183221"))).readAllBytes();
        var digest = MessageDigest.getInstance("SHA-256").digest(Arrays.copyOf(bytes, bytes.length - 32));
        assertThat(Arrays.copyOfRange(bytes, bytes.length - 32, bytes.length)).isEqualTo(digest);
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        assertThat(text).startsWith("wvw-catalogue 1\n").contains("Shelter", "boon_sources", "Aegis");
        assertThat(text.split("Guardian", -1)).hasSize(2);
    }

    @Test
    void anEditionThatIsNoneIsRefused() {
        assertThatThrownBy(() -> written("August")).hasMessageContaining("Write the edition as");
    }

    private byte[] written(String edition) throws IOException {
        var file = folder.resolve("out").resolve("catalogue.gz");
        CatalogueTool.write(folder, edition, file);
        return Files.readAllBytes(file);
    }
}
