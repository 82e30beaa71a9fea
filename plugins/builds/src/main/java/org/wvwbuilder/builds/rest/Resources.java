package org.wvwbuilder.builds.rest;

import java.util.List;
import org.wvwbuilder.builds.catalogue.Catalogue;
import org.wvwbuilder.builds.store.Builds;
import org.wvwbuilder.plugin.Accounts;
import org.wvwbuilder.plugin.PluginContext;

/** All resources of the plugin. */
public final class Resources {

    private Resources() {}

    public static List<Object> of(Catalogue catalogue, Builds builds, PluginContext context) {
        var lists = new FactLists(catalogue);
        var answers = new BuildAnswers(catalogue, () -> context.find(Accounts.class));
        var saved = new SavedBuilds(builds, catalogue, context.clock(), context::publish);
        return List.of(
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
                new ChatLinkResource(catalogue),
                new BuildListResource(builds, answers),
                new BuildResource(saved, answers),
                new TagResource(builds));
    }
}
