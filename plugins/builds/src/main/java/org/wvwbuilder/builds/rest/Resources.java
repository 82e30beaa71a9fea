package org.wvwbuilder.builds.rest;

import java.util.ArrayList;
import java.util.List;
import org.wvwbuilder.builds.character.Imports;
import org.wvwbuilder.builds.edition.Editions;
import org.wvwbuilder.builds.edition.Synchronisation;
import org.wvwbuilder.builds.gamekey.Game;
import org.wvwbuilder.builds.gamekey.GameKeys;
import org.wvwbuilder.builds.store.Builds;
import org.wvwbuilder.builds.store.Trash;
import org.wvwbuilder.plugin.Accounts;
import org.wvwbuilder.plugin.Jobs;
import org.wvwbuilder.plugin.PluginContext;
import org.wvwbuilder.plugin.RateLimits;
import org.wvwbuilder.plugin.Teams;

/** All resources of the plugin. */
public final class Resources {

    private Resources() {}

    public static List<Object> of(
            Editions catalogue,
            Synchronisation sync,
            String schedule,
            Builds builds,
            Trash trash,
            Game game,
            GameKeys keys,
            PluginContext context) {
        var lists = new FactLists(catalogue);
        var answers = new BuildAnswers(lists::catalogue, () -> context.find(Accounts.class));
        var saved =
                new SavedBuilds(builds, catalogue, () -> context.find(Teams.class), context.clock(), context::publish);
        var imports = new Imports(context.database());
        var imported = new ImportedBuilds(imports, builds, saved, catalogue, context.clock());
        var all = new ArrayList<Object>(List.of(
                new ProfessionResource(lists),
                new SpecializationResource(lists),
                new TraitResource(lists),
                new SkillResource(lists),
                new LegendResource(lists),
                new PetResource(lists),
                new WeaponResource(lists),
                new ItemStatResource(lists),
                new UpgradeResource(lists),
                new CatalogueResource(lists),
                new SyncResource(schedule, sync, catalogue, builds, () -> context.find(Jobs.class)),
                new EditionResource(catalogue),
                new ChatLinkResource(lists),
                new ShareCodeResource(lists),
                new BuildListResource(builds, saved, answers),
                new BuildResource(saved, answers),
                new HistoryResource(builds, saved, answers, new Differences(catalogue)),
                new BundleResource(builds, saved, answers),
                new TrashResource(trash, saved, answers),
                new TagResource(builds)));
        all.add(new GameKeyResource(game, keys, () -> context.find(RateLimits.class)));
        all.add(new CharacterResource(
                new Roster(game, keys, lists::catalogue, builds),
                imports,
                imported,
                () -> context.find(RateLimits.class)));
        return all;
    }
}
