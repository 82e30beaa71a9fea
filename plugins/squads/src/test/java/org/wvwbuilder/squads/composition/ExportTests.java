package org.wvwbuilder.squads.composition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wvwbuilder.squads.Client.json;

import java.io.ByteArrayInputStream;
import javax.imageio.ImageIO;
import org.wvwbuilder.squads.House;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

class ExportTests {
    private static final String BODY = """
            {'name':'Reset, Zerg!','rule_set':'guild','subgroups':[{'slots':[
             {'player':'=HYPERLINK(1)','build':'firebrand-heal'},{'player':'@everyone *x*','build':'scourge-power'},
             {'player':'É\\'Öl, \\"q\\"','build':''}]},{'slots':[]},{'slots':[{'player':'','build':'tempest-heal'}]}]}""".replace("\\'", "’").replace("\\\"", "’");

    @OnBothEngines
    void aSquadGoesToChatDiscordSpreadsheetAndPicture(TestDatabase database) throws Exception {
        try (var house = House.of(database)) {
            var anna = house.as("anna");
            var made = anna.post("/compositions", json(BODY));
            assertThat(made.status()).as(made.text()).isEqualTo(201);
            var path = "/compositions/" + made.field("id") + "/export?format=";

            var text = anna.get(path + "text");
            assertThat(text.header("Content-Type")).startsWith("text/plain");
            assertThat(text.header("Content-Disposition")).isEqualTo("attachment; filename=\"reset-zerg.txt\"");
            assertThat(text.text())
                    .startsWith("Reset, Zerg!\nGuild raid, 15 to 30, 3 players\n")
                    .contains("\nSubgroup 1\n  =HYPERLINK(1) - Firebrand Heal\n", "\nSubgroup 3\n  (open) Tempest Heal")
                    .contains("missing: ", "Squad: strip 3/8");

            var discord = anna.get(path + "discord").text();
            assertThat(discord)
                    .contains("**Subgroup 1**", "@\u200beveryone \\*x\\*")
                    .doesNotContain("@everyone");

            var csv = anna.get(path + "csv");
            assertThat(csv.header("Content-Type")).startsWith("text/csv");
            assertThat(csv.text())
                    .startsWith("subgroup,player,build,profession,role\r\n1,'=HYPERLINK(1),Firebrand Heal,Guardian,")
                    .contains("\r\n1,'@everyone *x*,Scourge Power,Necromancer,")
                    .contains("\"É’Öl, ’q’\"");

            var picture = ImageIO.read(new ByteArrayInputStream(anna.bytes(path + "png")));
            assertThat(picture.getWidth()).isEqualTo(1184);
            assertThat(picture.getHeight()).isBetween(250, 500);
            assertThat(picture.getRGB(0, 0)).isEqualTo(0xff14161c);
            assertThat(anna.get(path + "pdf").pointers()).containsExactly("?format");
        }
    }
}
