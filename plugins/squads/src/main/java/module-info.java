import org.wvwbuilder.plugin.Plugin;
import org.wvwbuilder.plugin.PluginModule;
import org.wvwbuilder.squads.SquadsPlugin;

/**
 * Turns the people who are here tonight into squads that work: teams, rosters, what builds are good for, an optimiser,
 * and the compositions that come of it.
 */
@PluginModule(id = "squads", title = "Squads")
module org.wvwbuilder.squads {
    requires org.wvwbuilder.plugin.api;

    provides Plugin with
            SquadsPlugin;
}
