package org.wvwbuilder.builds.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.wvwbuilder.builds.rest.CharactersTests.refused;
import static org.wvwbuilder.builds.rest.People.ANNA;
import static org.wvwbuilder.builds.rest.People.BOB;
import static org.wvwbuilder.builds.rest.People.as;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.wvwbuilder.builds.gamekey.Game;
import org.wvwbuilder.builds.official.OfficialStub.Fault;
import org.wvwbuilder.builds.official.PlayerStub;
import org.wvwbuilder.builds.rest.GameKeyResource.GameKeyRequest;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

class GameKeyTests {
    private static final Fault REFUSED = new Fault(401, "{\"text\":\"Invalid access token\"}", Map.of());

    @OnBothEngines
    void aKeyIsExchangedForANarrowOneThatEnds(TestDatabase database) throws Exception {
        try (var player = new Player(database).withKey()) {
            var key = player.key.status(as(ANNA)).key().orElseThrow();
            assertThat(key.gameAccount()).isEqualTo("Anna.1234");
            assertThat(key.permissions()).containsExactly("account", "builds", "characters");
            assertThat(key.expiresAt()).isEqualTo(player.context.clock.instant().plus(Duration.ofDays(180)));
            assertThat(key.usedAt()).isEmpty();
            assertThat(key.state()).isEqualTo("good");
            var narrow = player.stub.player.tokens.values().stream()
                    .filter(token -> token.expires().isPresent())
                    .toList();
            assertThat(narrow).hasSize(1);
            assertThat(narrow.getFirst().permissions()).containsExactlyInAnyOrder("account", "builds", "characters");
            assertThat(narrow.getFirst().urls()).containsExactly("/v2/account", "/v2/characters", "/v2/tokeninfo");
            player.stub.asked.clear();
            player.characters.list(as(ANNA));
            assertThat(player.stub.asked).allSatisfy(asked -> {
                assertThat(asked.key()).contains("SUBTOKENSECRET").doesNotContain(PlayerStub.KEY);
                assertThat(asked.query().toString()).doesNotContain("SUBTOKEN");
            });
            assertThat(player.key.status(as(ANNA)).key().orElseThrow().usedAt())
                    .contains(player.context.clock.instant());
            assertThat(player.key.status(as(BOB)).key()).isEmpty();
        }
    }

    @OnBothEngines
    void keysThatLackSomethingOrAreNoneAreRefusedByName(TestDatabase database) throws Exception {
        try (var player = new Player(database)) {
            var poor = PlayerStub.KEY.replace('0', '7');
            player.stub.player.tokens.put(
                    poor, new PlayerStub.Token(List.of("account", "wallet"), List.of(), Optional.empty()));
            var lacking =
                    catchThrowableOfType(Problem.class, () -> player.key.give(new GameKeyRequest(poor), as(ANNA)));
            assertThat(lacking.status()).isEqualTo(422);
            assertThat(lacking.fields().getFirst().detail()).contains("lacks builds and characters");
            refused(422, "invalid", () -> player.key.give(new GameKeyRequest("my key"), as(ANNA)));
            refused(422, "invalid", () -> player.key.give(new GameKeyRequest(null), as(ANNA)));
            refused(422, "invalid", () -> player.key.give(null, as(ANNA)));
            var unknown = PlayerStub.KEY.replace('0', '8');
            refused(409, "game-key-refused", () -> player.key.give(new GameKeyRequest(unknown), as(ANNA)));
            for (int i = 0; i < 3; i++) player.stub.faults.add(Fault.status(503));
            refused(
                    503,
                    "official-api-unavailable",
                    () -> player.key.give(new GameKeyRequest(PlayerStub.KEY), as(ANNA)));
            assertThat(player.key.status(as(ANNA)).key()).isEmpty();
            refused(404, "not-found", () -> player.key.remove(as(ANNA)));
        }
    }

    @OnBothEngines
    void aKeyThatIsWiderThanWeAskedForIsNotKept(TestDatabase database) throws Exception {
        try (var player = new Player(database)) {
            var good = "{\"permissions\":[\"account\",\"builds\",\"characters\"]}";
            player.stub.faults.add(new Fault(200, good, Map.of()));
            player.stub.faults.add(new Fault(200, "{\"name\":\"Anna.1234\"}", Map.of()));
            player.stub.faults.add(new Fault(200, "{\"subtoken\":\"" + "x".repeat(72) + "\"}", Map.of()));
            player.stub.faults.add(new Fault(
                    200,
                    "{\"permissions\":[\"account\",\"builds\",\"characters\",\"wallet\"],\"urls\":[\"/v2/account\",\"/v2/characters\",\"/v2/tokeninfo\"]}",
                    Map.of()));
            refused(502, "official-api-odd", () -> player.key.give(new GameKeyRequest(PlayerStub.KEY), as(ANNA)));
            player.stub.faults.add(new Fault(200, good, Map.of()));
            player.stub.faults.add(new Fault(200, "{\"name\":\"Anna.1234\"}", Map.of()));
            player.stub.faults.add(new Fault(200, "{}", Map.of()));
            refused(502, "official-api-odd", () -> player.key.give(new GameKeyRequest(PlayerStub.KEY), as(ANNA)));
            // Narrow in what it grants, but good at every address.
            player.stub.faults.add(new Fault(200, good, Map.of()));
            player.stub.faults.add(new Fault(200, "{\"name\":\"Anna.1234\"}", Map.of()));
            player.stub.faults.add(new Fault(200, "{\"subtoken\":\"" + "x".repeat(72) + "\"}", Map.of()));
            player.stub.faults.add(new Fault(200, good, Map.of()));
            refused(502, "official-api-odd", () -> player.key.give(new GameKeyRequest(PlayerStub.KEY), as(ANNA)));
            // Narrow, but it never ends.
            player.stub.faults.add(new Fault(200, good, Map.of()));
            player.stub.faults.add(new Fault(200, "{\"name\":\"Anna.1234\"}", Map.of()));
            player.stub.faults.add(new Fault(200, "{\"subtoken\":\"" + "x".repeat(72) + "\"}", Map.of()));
            player.stub.faults.add(new Fault(
                    200,
                    good.replace("]}", "],\"urls\":[\"/v2/account\",\"/v2/characters\",\"/v2/tokeninfo\"]}"),
                    Map.of()));
            refused(502, "official-api-odd", () -> player.key.give(new GameKeyRequest(PlayerStub.KEY), as(ANNA)));
            assertThat(player.key.status(as(ANNA)).key()).isEmpty();
        }
    }

    @OnBothEngines
    void aKeyThatEndedOrWasDeletedIsToBeGivenAgain(TestDatabase database) throws Exception {
        try (var player = new Player(database).withKey()) {
            for (int i = 0; i < 3; i++) player.stub.faults.add(REFUSED);
            refused(409, "game-key-refused", () -> player.characters.list(as(ANNA)));
            assertThat(state(player)).isEqualTo("refused");
            // The game now and then calls good keys invalid: the next success takes the mark away.
            player.characters.list(as(ANNA));
            assertThat(state(player)).isEqualTo("good");
            player.stub.faults.add(new Fault(403, "{\"text\":\"requires scope builds\"}", Map.of()));
            refused(409, "game-key-refused", () -> player.characters.list(as(ANNA)));
            player.context.clock.advance(Duration.ofDays(181));
            player.stub.asked.clear();
            refused(409, "game-key-expired", () -> player.characters.list(as(ANNA)));
            assertThat(player.stub.asked).isEmpty();
            assertThat(state(player)).isEqualTo("expired");
            player.withKey();
            assertThat(state(player)).isEqualTo("good");
            player.key.remove(as(ANNA));
            refused(409, "game-key-missing", () -> player.characters.list(as(ANNA)));
        }
    }

    @OnBothEngines
    void withoutTheFileOrForAnotherAccountNothingOpens(TestDatabase database) throws Exception {
        try (var player = new Player(database).withKey()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(player.keyFile)))
                    .isEqualTo("rw-------");
            player.context.database().write(connection -> {
                try (var theft = connection.createStatement()) {
                    return theft.executeUpdate("INSERT INTO builds_game_keys SELECT 'bob', sealed, game_account,"
                            + " permissions, given_at, expires_at, used_at, refused_at FROM builds_game_keys");
                }
            });
            refused(409, "game-key-unreadable", () -> player.characters.list(as(BOB)));
            var secret = Files.readString(player.keyFile);
            Files.delete(player.keyFile);
            refused(409, "game-key-unreadable", () -> player.characters.list(as(ANNA)));
            assertThat(state(player)).isEqualTo("unreadable");
            Files.writeString(player.keyFile, secret);
            refused(503, "game-keys-locked", () -> player.characters.list(as(ANNA)));
            Files.setPosixFilePermissions(player.keyFile, PosixFilePermissions.fromString("rw-------"));
            assertThat(player.characters.list(as(ANNA)).items()).hasSize(3);
            Files.writeString(player.keyFile, "no secret\n");
            refused(503, "game-keys-locked", () -> player.key.give(new GameKeyRequest(PlayerStub.KEY), as(ANNA)));
        }
    }

    @OnBothEngines
    void theFileMayBeRenewedAndWhatIsUsedIsSealedAnew(TestDatabase database) throws Exception {
        try (var player = new Player(database).withKey()) {
            var before = sealed(player);
            var old = Files.readString(player.keyFile);
            var fresh = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[32]) + "\n";
            Files.writeString(player.keyFile, fresh + old);
            assertThat(player.characters.list(as(ANNA)).items()).hasSize(3);
            assertThat(sealed(player)).isNotEqualTo(before);
            Files.writeString(player.keyFile, fresh);
            assertThat(player.characters.list(as(ANNA)).items()).hasSize(3);
            Files.writeString(player.keyFile, old);
            refused(409, "game-key-unreadable", () -> player.characters.list(as(ANNA)));
        }
    }

    @OnBothEngines
    void theSecretStandsNeitherInTheDatabaseNorInLogsOrAnswers(TestDatabase database) throws Exception {
        var logged = new ConcurrentLinkedQueue<String>();
        var listening = listening(logged);
        var root = Logger.getLogger("");
        root.addHandler(listening);
        try (var player = new Player(database).withKey()) {
            player.characters.list(as(ANNA));
            for (int i = 0; i < 3; i++) player.stub.faults.add(REFUSED);
            var problem = catchThrowableOfType(Problem.class, () -> player.characters.list(as(ANNA)));
            var told = problem.getMessage()
                    + problem.fields()
                    + player.key.status(as(ANNA))
                    + new GameKeyRequest(PlayerStub.KEY)
                    + player.keys.find("anna")
                    + logged;
            assertThat(logged).anyMatch(line -> line.contains("gave a key of the game"));
            assertThat(told).doesNotContain(PlayerStub.KEY).doesNotContain("SUBTOKENSECRET");
            var row = sealed(player);
            assertThat(row).doesNotContain("SUBTOKENSECRET").doesNotContain(PlayerStub.KEY);
            try (var files = Files.walk(player.context.directory())) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    var content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                    assertThat(content.contains("SUBTOKENSECRET"))
                            .as(file.toString())
                            .isFalse();
                    assertThat(content.contains(PlayerStub.KEY))
                            .as(file.toString())
                            .isFalse();
                    var plain = Base64.getUrlEncoder().encodeToString("SUBTOKENSECRET".getBytes());
                    assertThat(content.contains(plain.substring(0, 16)))
                            .as(file.toString())
                            .isFalse();
                }
            }
        } finally {
            root.removeHandler(listening);
        }
    }

    @OnBothEngines
    void whereKeysAreOffNobodyIsAskedButAKeyCanGo(TestDatabase database) throws Exception {
        try (var player = new Player(database).withKey()) {
            var off = new GameKeyResource(new Game(Optional.empty()), player.keys, Optional::empty);
            player.stub.asked.clear();
            refused(409, "game-keys-off", () -> off.give(new GameKeyRequest(PlayerStub.KEY), as(ANNA)));
            assertThat(off.status(as(ANNA)).enabled()).isFalse();
            off.remove(as(ANNA));
            assertThat(off.status(as(ANNA)).key()).isEmpty();
            assertThat(player.stub.asked).isEmpty();
        }
    }

    private static String state(Player player) {
        return player.key.status(as(ANNA)).key().orElseThrow().state();
    }

    private static String sealed(Player player) {
        return player.context.database().read(connection -> {
            try (var rows = connection.createStatement().executeQuery("SELECT sealed FROM builds_game_keys")) {
                rows.next();
                return rows.getString(1);
            }
        });
    }

    private static Handler listening(ConcurrentLinkedQueue<String> logged) {
        var handler = new Handler() {
            private final SimpleFormatter formatter = new SimpleFormatter();

            @Override
            public void publish(LogRecord record) {
                logged.add(formatter.format(record));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        handler.setLevel(Level.ALL);
        return handler;
    }
}
