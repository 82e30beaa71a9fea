package org.wvwbuilder.builds;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.wvwbuilder.builds.catalogue.Facts.Specialization;
import org.wvwbuilder.builds.demo.DemoBuilds;
import org.wvwbuilder.builds.edition.Editions;
import org.wvwbuilder.builds.edition.Synchronisation;
import org.wvwbuilder.builds.official.OfficialApi;
import org.wvwbuilder.builds.original.OriginalBuilds;
import org.wvwbuilder.builds.rest.Resources;
import org.wvwbuilder.builds.rest.SyncResource;
import org.wvwbuilder.builds.store.Builds;
import org.wvwbuilder.builds.store.Trash;
import org.wvwbuilder.plugin.ActivitySource;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.plugin.Contribution.Check;
import org.wvwbuilder.plugin.Contribution.Gauge;
import org.wvwbuilder.plugin.Contribution.Job;
import org.wvwbuilder.plugin.Contribution.Offer;
import org.wvwbuilder.plugin.Contribution.Panel;
import org.wvwbuilder.plugin.Contribution.Resource;
import org.wvwbuilder.plugin.Contribution.Subscription;
import org.wvwbuilder.plugin.DemoData;
import org.wvwbuilder.plugin.HealthCheck.Health;
import org.wvwbuilder.plugin.Importer;
import org.wvwbuilder.plugin.Jobs;
import org.wvwbuilder.plugin.OpenPlugin;
import org.wvwbuilder.plugin.PersonalData;
import org.wvwbuilder.plugin.Plugin;
import org.wvwbuilder.plugin.PluginContext;
import org.wvwbuilder.plugin.Roles;
import org.wvwbuilder.plugin.SavedBuilds;
import org.wvwbuilder.plugin.Schedule;
import org.wvwbuilder.plugin.Teams;
import org.wvwbuilder.plugin.Text;
import org.wvwbuilder.plugin.event.AccountChanged;

/** Opens the plugin: the catalogue in memory, the builds in the database, and what both are good for. */
public final class BuildsPlugin implements Plugin {
    private static final Duration A_DAY = Duration.ofHours(24);
    private static final String CHECK = "catalogue-check";

    @Override
    public OpenPlugin open(PluginContext context) {
        var settings = context.config(CatalogueSettings.class);
        var catalogue = Editions.open(context.database(), context.clock(), context.log());
        var builds = new Builds(
                context.database(),
                () -> catalogue.get().edition().digest(),
                id -> catalogue.get().specializations().find(id).map(Specialization::name));
        builds.makeSearchable();
        var trash = new Trash(context.database(), context.clock(), builds);
        var game = GameAccess.of(settings, context);
        var personal = new PersonalBuilds(builds, trash);
        var contributions = new ArrayList<Contribution>();
        var sync = new Synchronisation(
                catalogue,
                () -> OfficialApi.at(settings.address(), context.clock()),
                context.clock(),
                () -> context.find(Jobs.class).ifPresent(jobs -> jobs.run(context.id(), CHECK)));
        var check = new CatalogueCheck(catalogue, builds);
        contributions.addAll(jobs(settings, sync, check, trash));
        Resources.of(catalogue, sync, settings.sync().word(), builds, trash, game.game(), game.keys(), context)
                .forEach(resource -> contributions.add(new Resource(resource)));
        contributions.addAll(game.contributions());
        contributions.addAll(List.of(
                new Check(
                        "catalogue",
                        () -> catalogue.get().edition().counts().isEmpty()
                                ? new Health.Down("The catalogue is empty. Install this version of WvW Builder again.")
                                : new Health.Up()),
                new Gauge("saved", "builds", "How many builds are saved", builds::total),
                new Offer<>(ActivitySource.class, new BuildActivity(builds, catalogue)),
                new Offer<>(DemoData.class, new DemoBuilds(catalogue, builds, context.clock())),
                new Offer<>(Importer.class, new OriginalBuilds(catalogue, builds, context.clock())),
                new Offer<>(PersonalData.class, personal),
                new Offer<>(SavedBuilds.class, new KnownBuilds(builds, () -> context.find(Teams.class))),
                new Subscription<>(AccountChanged.class, personal::on),
                new CatalogueCommand(settings.sync(), catalogue, sync, check, builds).contribution()));
        contributions.addAll(panels());
        return new Opened(contributions, game);
    }

    private static List<Job> jobs(CatalogueSettings settings, Synchronisation sync, CatalogueCheck check, Trash trash) {
        var fetch =
                new Text("Fetch the catalogue from the official API", "Récupérer le catalogue depuis l’API officielle");
        var jobs = new ArrayList<Job>();
        settings.sync()
                .period()
                .ifPresent(period -> jobs.add(new Job(SyncResource.JOB, fetch, Schedule.every(period), sync)));
        jobs.add(new Job(
                CHECK,
                new Text("Check the builds against the catalogue", "Vérifier les builds avec le catalogue"),
                Schedule.every(A_DAY),
                check));
        jobs.add(new Job(
                "trash-purge",
                new Text("Empty the trash of old builds", "Vider la corbeille des anciens builds"),
                Schedule.every(A_DAY),
                trash::purge));
        return jobs;
    }

    private static List<Panel> panels() {
        return List.of(
                new Panel("builds", new Text("Builds", "Builds"), Panel.Slot.PAGE, "builds.js", "builds", Set.of(), 10),
                new Panel(
                        "catalogue",
                        new Text("Catalogue", "Catalogue"),
                        Panel.Slot.ADMINISTRATION,
                        "catalogue.js",
                        "book",
                        Set.of(Roles.ADMIN),
                        40));
    }

    private record Opened(List<Contribution> contributions, GameAccess game) implements OpenPlugin {
        @Override
        public void close() {
            game.close();
        }
    }
}
