package org.wvwbuilder.squads;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.wvwbuilder.plugin.ActivitySource;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.plugin.Contribution.Gauge;
import org.wvwbuilder.plugin.Contribution.Offer;
import org.wvwbuilder.plugin.Contribution.Panel;
import org.wvwbuilder.plugin.Contribution.Resource;
import org.wvwbuilder.plugin.Contribution.Subscription;
import org.wvwbuilder.plugin.DemoData;
import org.wvwbuilder.plugin.Importer;
import org.wvwbuilder.plugin.OpenPlugin;
import org.wvwbuilder.plugin.PersonalData;
import org.wvwbuilder.plugin.Plugin;
import org.wvwbuilder.plugin.PluginContext;
import org.wvwbuilder.plugin.Roles;
import org.wvwbuilder.plugin.SavedBuilds;
import org.wvwbuilder.plugin.Teams;
import org.wvwbuilder.plugin.Text;
import org.wvwbuilder.plugin.event.AccountChanged;
import org.wvwbuilder.squads.composition.CompositionResources;
import org.wvwbuilder.squads.composition.Compositions;
import org.wvwbuilder.squads.demo.DemoSquads;
import org.wvwbuilder.squads.judgement.ArchetypeResource;
import org.wvwbuilder.squads.judgement.Judgements;
import org.wvwbuilder.squads.judgement.PlayableResource;
import org.wvwbuilder.squads.judgement.Playables;
import org.wvwbuilder.squads.judgement.RuleSetResource;
import org.wvwbuilder.squads.original.OriginalCompositions;
import org.wvwbuilder.squads.original.OriginalTeams;
import org.wvwbuilder.squads.roster.RosterResources;
import org.wvwbuilder.squads.roster.Rosters;
import org.wvwbuilder.squads.solve.Runs;
import org.wvwbuilder.squads.solve.SolveResource;
import org.wvwbuilder.squads.team.GuildTeams;
import org.wvwbuilder.squads.team.TeamResources;

/** Opens the plugin. */
public final class SquadsPlugin implements Plugin {

    @Override
    public OpenPlugin open(PluginContext context) {
        var teams = new GuildTeams(context.database());
        var judgements = new Judgements(context.database());
        var playables = new Playables(judgements, () -> context.find(SavedBuilds.class));
        var rosters = new Rosters(context.database());
        var resources = new ArrayList<Object>(TeamResources.of(teams, context));
        resources.addAll(RosterResources.of(rosters, playables, context.clock()));
        resources.add(new ArchetypeResource(judgements, context.clock()));
        resources.add(new RuleSetResource(judgements, context.clock()));
        resources.add(new PlayableResource(playables));
        var compositions = new Compositions(context.database());
        var personal = new PersonalSquads(teams, rosters, compositions, context.clock());
        var runs = new Runs();
        resources.addAll(CompositionResources.of(compositions, judgements, playables, context));
        resources.add(new SolveResource(judgements, playables, rosters, runs));
        var contributions = new ArrayList<Contribution>();
        resources.forEach(resource -> contributions.add(new Resource(resource)));
        contributions.addAll(panels());
        contributions.addAll(List.of(
                new Gauge("waiting", "runs", "How many squads wait to be solved", runs::waiting),
                new Offer<>(Teams.class, teams),
                new Gauge("saved", "compositions", "How many compositions are saved", compositions::total),
                new Offer<>(ActivitySource.class, new SquadActivity(compositions, teams)),
                new Offer<>(DemoData.class, new DemoSquads(teams, rosters, compositions, context.clock())),
                new Offer<>(Importer.class, new OriginalTeams(teams, context.clock())),
                new Offer<>(Importer.class, new OriginalCompositions(compositions, context.clock())),
                new Offer<>(PersonalData.class, personal),
                new Subscription<>(AccountChanged.class, personal::on)));
        return new OpenPlugin() {
            @Override
            public List<Contribution> contributions() {
                return contributions;
            }

            @Override
            public void close() {
                runs.close();
            }
        };
    }

    private static List<Contribution> panels() {
        var members = Set.of(Roles.MEMBER);
        return List.of(
                new Panel(
                        "squads",
                        new Text("Squads", "Escouades"),
                        Panel.Slot.PAGE,
                        "squads.js",
                        "squads",
                        Set.of(),
                        20),
                new Panel(
                        "rosters",
                        new Text("Rosters", "Effectifs"),
                        Panel.Slot.PAGE,
                        "rosters.js",
                        "users",
                        members,
                        25),
                new Panel("teams", new Text("Teams", "Équipes"), Panel.Slot.PAGE, "teams.js", "shield", members, 30),
                new Panel(
                        "tonight",
                        new Text("Tonight’s squad", "L’escouade de ce soir"),
                        Panel.Slot.HOME,
                        "tonight.js",
                        "squads",
                        members,
                        5));
    }
}
