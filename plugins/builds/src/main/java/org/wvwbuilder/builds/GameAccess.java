package org.wvwbuilder.builds;

import java.util.List;
import java.util.Optional;
import org.wvwbuilder.builds.character.Imports;
import org.wvwbuilder.builds.gamekey.Game;
import org.wvwbuilder.builds.gamekey.GameKeys;
import org.wvwbuilder.builds.gamekey.KeyRing;
import org.wvwbuilder.builds.official.OfficialApi;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.plugin.Contribution.Check;
import org.wvwbuilder.plugin.Contribution.Offer;
import org.wvwbuilder.plugin.Contribution.Subscription;
import org.wvwbuilder.plugin.HealthCheck.Health;
import org.wvwbuilder.plugin.PersonalData;
import org.wvwbuilder.plugin.PluginContext;
import org.wvwbuilder.plugin.event.AccountChanged;

/** What lets players read their characters: their keys, and the way to the game while keys are switched on. */
record GameAccess(KeyRing ring, GameKeys keys, Optional<OfficialApi> api, Game game, PersonalKey personal)
        implements AutoCloseable {

    static GameAccess of(CatalogueSettings settings, PluginContext context) {
        var ring = new KeyRing(settings.keyFile().orElse(context.directory().resolve("game-keys.secret")));
        var keys = new GameKeys(context.database(), ring, settings.keyLifetime(), context.clock(), context.log());
        var api = Optional.of(settings.keys())
                .filter(CatalogueSettings.Keys.ON::equals)
                .map(on -> OfficialApi.forPeople(settings.address(), context.clock()));
        var personal = new PersonalKey(keys, new Imports(context.database()));
        return new GameAccess(ring, keys, api, new Game(api), personal);
    }

    List<Contribution> contributions() {
        return List.of(
                new Check("game-keys", this::check),
                new Offer<>(PersonalData.class, personal),
                new Subscription<>(AccountChanged.class, personal::on));
    }

    private Health check() throws java.io.IOException {
        ring.check();
        return new Health.Up();
    }

    @Override
    public void close() {
        api.ifPresent(OfficialApi::close);
    }
}
