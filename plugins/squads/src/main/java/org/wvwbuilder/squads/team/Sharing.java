package org.wvwbuilder.squads.team;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.Teams.Role;

/** Who may do what with a thing that a person made and perhaps shares with a team. */
public final class Sharing {

    private Sharing() {}

    /** Its owner and the members of its team see it. */
    public static boolean sees(Connection connection, String owner, Optional<String> team, String account)
            throws SQLException {
        if (owner.equals(account)) return true;
        return team.isPresent()
                && GuildTeams.role(connection, team.get(), account).isPresent();
    }

    /** Its owner and the editors of its team change it. */
    public static boolean changes(Connection connection, String owner, Optional<String> team, String account)
            throws SQLException {
        if (owner.equals(account)) return true;
        return team.isPresent()
                && GuildTeams.role(connection, team.get(), account)
                        .filter(role -> role.contains(Role.EDITOR))
                        .isPresent();
    }

    /** @throws Problem 403 */
    public static void refuse(String what) {
        throw new Problem(
                403,
                "team-role-needed",
                "Only its owner and the editors of its team may change " + what
                        + ". Ask an owner of the team to make you an editor, or make a copy of your own.");
    }

    /** @throws Problem 422 for a team in which the account is no editor */
    public static void into(Connection connection, Optional<String> team, String account) throws SQLException {
        if (team.isEmpty()) return;
        var role = GuildTeams.role(connection, team.get(), account);
        if (role.filter(mine -> mine.contains(Role.EDITOR)).isEmpty()) {
            throw Problem.invalid("/team_id", "a team in which you are an editor or an owner");
        }
    }
}
