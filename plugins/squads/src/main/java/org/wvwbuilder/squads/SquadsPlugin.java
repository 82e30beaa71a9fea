package org.wvwbuilder.squads;

import java.util.ArrayList;
import java.util.List;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.plugin.Contribution.Offer;
import org.wvwbuilder.plugin.Contribution.Resource;
import org.wvwbuilder.plugin.Contribution.Subscription;
import org.wvwbuilder.plugin.OpenPlugin;
import org.wvwbuilder.plugin.Plugin;
import org.wvwbuilder.plugin.PluginContext;
import org.wvwbuilder.plugin.Teams;
import org.wvwbuilder.plugin.event.AccountChanged;
import org.wvwbuilder.squads.team.GuildTeams;
import org.wvwbuilder.squads.team.TeamResources;

/** Opens the plugin. */
public final class SquadsPlugin implements Plugin {

    @Override
    public OpenPlugin open(PluginContext context) {
        var teams = new GuildTeams(context.database());
        var contributions = new ArrayList<Contribution>();
        TeamResources.of(teams, context).forEach(resource -> contributions.add(new Resource(resource)));
        contributions.addAll(List.of(
                new Offer<>(Teams.class, teams), new Subscription<>(AccountChanged.class, event -> {
                    if (event.change() == AccountChanged.Change.DELETED) teams.forget(event.accountId(), event.at());
                })));
        return () -> contributions;
    }
}
