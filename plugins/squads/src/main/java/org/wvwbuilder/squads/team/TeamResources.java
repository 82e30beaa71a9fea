package org.wvwbuilder.squads.team;

import java.util.List;
import org.wvwbuilder.plugin.Accounts;
import org.wvwbuilder.plugin.PluginContext;

/** The resources of this package. */
public final class TeamResources {

    private TeamResources() {}

    public static List<Object> of(GuildTeams teams, PluginContext context) {
        return List.of(
                new TeamResource(teams, context.clock()),
                new MemberResource(
                        teams,
                        new Memberships(context.database()),
                        () -> context.find(Accounts.class),
                        context.clock()));
    }
}
