package com.example.guildbank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wvwbuilder.plugin.testkit.PluginTest;
import org.wvwbuilder.plugin.testkit.Reply;
import org.wvwbuilder.plugin.testkit.TestServer;

/** Runs on SQLite and on PostgreSQL, in one real server each time. */
@PluginTest
class GuildBankTests {
    private static final String FULL = """
            tab,item,count
            Treasure Trove,Flame Ram,25
            "Deep Cave","Banner ""Hold, the line""\",3
            Deep Cave,Épée d’essai,1
            """;
    private final TestServer server;

    GuildBankTests(TestServer server) {
        this.server = server;
    }

    @BeforeEach
    void theBankIsFull() {
        assertEquals(3, upload(FULL.getBytes(StandardCharsets.UTF_8)).require(200).json().path("stacks").asInt());
    }

    private Reply upload(byte[] file) {
        return server.admin().with("Content-Type", "text/csv").put("guild-bank", file);
    }

    private List<String> items() {
        return server.user().get("guild-bank").require(200).json().findValuesAsText("item");
    }

    @Test
    void membersReadItPageByPageAndLeaveItAlone() {
        assertEquals(List.of("Flame Ram", "Banner \"Hold, the line\"", "Épée d’essai"), items());
        var first = server.user().get("guild-bank?limit=2").require(200).json();
        var rest = server.user().get("guild-bank?limit=2&cursor=" + first.path("next_cursor").asText()).require(200).json();
        assertEquals(List.of("Épée d’essai"), rest.findValuesAsText("item"));
        assertTrue(rest.path("next_cursor").isNull());
        server.user().with("Content-Type", "text/csv").put("guild-bank", FULL).require(403);
        server.anonymous().get("guild-bank").require(401);
    }

    @Test
    void aFileWithFaultsChangesNothingAndHearsOfEach() {
        var wrong = upload("tab,item,count\nDeep Cave,Golem,1\nDeep Cave,Golem,many\n\nDeep Cave,Golem,251\n".getBytes());
        assertEquals(
                List.of("/lines/3", "/lines/4", "/lines/5"),
                wrong.require(422).json().path("errors").findValuesAsText("pointer"));
        var latin = upload(FULL.getBytes(StandardCharsets.ISO_8859_1)).require(422);
        assertTrue(latin.body().contains("CSV UTF-8"), latin.body());
        var large = upload(new byte[BankFile.LARGEST + 1]).require(413);
        assertEquals("urn:wvw:problem:too-large", large.json().path("type").asText());
        assertEquals(3, items().size());
    }

    @Test
    void theCommandTakesTheSameFile(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("bank.csv"), "tab,item,count\r\nDeep Cave,Golem,2\r\n");
        assertEquals(1, server.gw2("guild-bank", "import", file.toString(), "--json").require(0).json().path("stacks").asInt());
        assertEquals(List.of("Golem"), items());
        Files.writeString(file, "tab;item;count\nDeep Cave;Golem;2\n");
        var refused = server.gw2("guild-bank", "import", file.toString()).require(1).err();
        assertTrue(refused.contains("line 1: must be tab,item,count, with commas. Nothing was changed."), refused);
        var away = server.gw2("guild-bank", "import", folder.resolve("away.csv").toString()).require(1).err();
        assertTrue(away.contains("away.csv cannot be read"), away);
        assertEquals(List.of("Golem"), items());
    }
}
