package org.wvwbuilder.builds.store;

import java.util.Map;
import java.util.Optional;
import org.wvwbuilder.plugin.Teams.Role;

/**
 * Whoever asks for builds.
 *
 * @param account its id, empty for nobody in particular
 * @param teams what the account may do in its teams, by their ids
 */
public record Viewer(String account, Map<String, Role> teams) {

    public Viewer {
        teams = Map.copyOf(teams);
    }

    public boolean sees(Build build) {
        return build.visibleTo(account) || role(build).isPresent();
    }

    public boolean edits(Build build) {
        return build.owner().equals(account)
                || role(build).filter(role -> role.contains(Role.EDITOR)).isPresent();
    }

    /** Whether builds may be shared with this team. */
    public boolean shares(String team) {
        return Optional.ofNullable(teams.get(team))
                .filter(role -> role.contains(Role.EDITOR))
                .isPresent();
    }

    private Optional<Role> role(Build build) {
        return build.details().team().map(teams::get);
    }
}
