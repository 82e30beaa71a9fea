package org.wvwbuilder.builds.rest;

import static org.wvwbuilder.builds.rest.People.ANNA;
import static org.wvwbuilder.builds.rest.People.as;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.builds.TestContext;
import org.wvwbuilder.builds.catalogue.Catalogue;
import org.wvwbuilder.builds.character.Imports;
import org.wvwbuilder.builds.gamekey.Game;
import org.wvwbuilder.builds.gamekey.GameKeys;
import org.wvwbuilder.builds.gamekey.KeyRing;
import org.wvwbuilder.builds.official.OfficialApi;
import org.wvwbuilder.builds.official.OfficialStub;
import org.wvwbuilder.builds.official.Patience;
import org.wvwbuilder.builds.official.PlayerStub;
import org.wvwbuilder.builds.rest.CharacterAnswers.ImportRequest;
import org.wvwbuilder.builds.rest.CharacterAnswers.TabOutcome;
import org.wvwbuilder.builds.rest.GameKeyResource.GameKeyRequest;
import org.wvwbuilder.builds.store.Build;
import org.wvwbuilder.builds.store.Builds;
import org.wvwbuilder.builds.template.Describer;
import org.wvwbuilder.builds.template.StoredLink;
import org.wvwbuilder.builds.template.Template;
import org.wvwbuilder.testing.TestDatabase;

/** A player with an account here and one at the stand-in of the game. */
final class Player implements AutoCloseable {
    private static final Catalogue CATALOGUE = Catalogue.load();

    final TestContext context;
    final OfficialStub stub;
    final Path keyFile;
    final GameKeys keys;
    final Builds builds;
    final SavedBuilds saved;
    final GameKeyResource key;
    final CharacterResource characters;
    private final OfficialApi api;

    Player(TestDatabase database) throws Exception {
        context = TestContext.open(database);
        stub = OfficialStub.start();
        api = new OfficialApi(stub.address(), context.clock, context.clock::advance, Patience.OF_A_PERSON);
        keyFile = context.directory().resolve("game-keys.secret");
        keys = new GameKeys(
                context.database(), new KeyRing(keyFile), Duration.ofDays(180), context.clock, context.log());
        builds = new Builds(context.database(), () -> CATALOGUE.edition().digest(), id -> Optional.empty());
        saved = new SavedBuilds(builds, () -> CATALOGUE, () -> Optional.empty(), context.clock, context::publish);
        var game = new Game(Optional.of(api));
        var imports = new Imports(context.database());
        key = new GameKeyResource(game, keys, Optional::empty);
        characters = new CharacterResource(
                new Roster(game, keys, lang -> CATALOGUE, builds),
                imports,
                new ImportedBuilds(imports, builds, saved, () -> CATALOGUE, context.clock),
                Optional::empty);
    }

    Player withKey() {
        key.give(new GameKeyRequest(PlayerStub.KEY), as(ANNA));
        return this;
    }

    List<TabOutcome> bring(String character, ImportRequest request) {
        return characters.bring(character, request, as(ANNA)).items();
    }

    Build build(TabOutcome outcome) {
        return builds.find(outcome.buildId()).orElseThrow();
    }

    Template template(TabOutcome outcome) {
        return Describer.describe(
                CATALOGUE, StoredLink.read(build(outcome).details().chatLink()));
    }

    @Override
    public void close() {
        api.close();
        stub.close();
        context.close();
    }
}
