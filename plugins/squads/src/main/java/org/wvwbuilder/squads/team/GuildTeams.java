package org.wvwbuilder.squads.team;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.Teams;
import org.wvwbuilder.squads.sql.Repeatable;
import org.wvwbuilder.squads.sql.Repeats;
import org.wvwbuilder.squads.sql.Sql;
import org.wvwbuilder.squads.team.TeamTable.Joined;

/** The teams in the database. Nobody learns of a team that they are no member of. */
public final class GuildTeams implements Teams {
    private static final int MOST_TEAMS = 100;

    private final Database database;

    public GuildTeams(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Role> role(String team, String account) {
        return database.read(connection -> new MemberTable(connection).find(team, account))
                .map(Member::role);
    }

    @Override
    public Map<String, Role> of(String account) {
        return database.read(connection -> new MemberTable(connection).of(account));
    }

    /** The member's own role, within a transaction. */
    public static Optional<Role> role(Connection connection, String team, String account) throws SQLException {
        return new MemberTable(connection).find(team, account).map(Member::role);
    }

    /**
     * Refuses who may not do it.
     *
     * @throws Problem 404 for who is no member, 403 for whose role is too low
     */
    public static Role permit(Connection connection, String team, String account, Role needed) throws SQLException {
        var role = role(connection, team, account).orElseThrow(() -> Problem.notFound("This team"));
        if (!role.contains(needed)) {
            throw new Problem(
                    403,
                    "team-role-needed",
                    "Only " + (needed == Role.OWNER ? "owners" : "editors and owners")
                            + " of the team may do this. Ask one of its owners.");
        }
        return role;
    }

    /** Makes a team with its first owner. */
    Team add(Team team, String owner, Optional<Repeatable> request) {
        return new Repeats(database).once(request, team.createdAt(), new Repeats.Making<Team>() {
            @Override
            public Team make(Connection connection) throws SQLException {
                var members = new MemberTable(connection);
                if (members.of(owner).size() >= MOST_TEAMS) {
                    throw new Problem(
                            409, "too-many-teams", "One person is in at most 100 teams. Leave one of yours first.");
                }
                new TeamTable(connection).insert(team);
                members.insert(team.id(), new Member(owner, Role.OWNER, team.createdAt()));
                return team;
            }

            @Override
            public String id(Team made) {
                return made.id();
            }

            @Override
            public Optional<Team> find(Connection connection, String id) throws SQLException {
                return new TeamTable(connection).find(id);
            }
        });
    }

    /** Saves a team as it is, with its members: for demo data. */
    public void addAll(List<Team> teams, Map<String, List<Member>> members) {
        database.write(connection -> {
            for (var team : teams) {
                new TeamTable(connection).insert(team);
                for (var member : members.get(team.id())) new MemberTable(connection).insert(team.id(), member);
            }
            return null;
        });
    }

    /** Which of these ids teams have. */
    public Set<String> known(List<String> ids) {
        return database.read(connection -> Set.copyOf(Sql.known(connection, "squads_teams", ids)));
    }

    Joined seen(String id, String account) {
        return database.read(connection -> {
            var role = permit(connection, id, account, Role.VIEWER);
            var team = new TeamTable(connection).find(id);
            return new Joined(team.orElseThrow(() -> Problem.notFound("This team")), role);
        });
    }

    List<Joined> page(String account, String before, int limit) {
        return database.read(connection -> new TeamTable(connection).of(account, before, limit));
    }

    /** Changes a team; the change may refuse with a {@link Problem}. */
    Team change(String id, String account, UnaryOperator<Team> change) {
        return database.write(connection -> {
            permit(connection, id, account, Role.OWNER);
            return Memberships.write(connection, id, change);
        });
    }

    /** Deletes a team; what it shared stays with whoever made it. */
    void delete(String id, String account, UnaryOperator<Team> condition) {
        database.write(connection -> {
            permit(connection, id, account, Role.OWNER);
            var table = new TeamTable(connection);
            var gone = condition.apply(table.find(id).orElseThrow(() -> Problem.notFound("This team")));
            table.delete(gone.id());
            return null;
        });
    }

    List<Member> members(String id, String account, String after, int limit) {
        return database.read(connection -> {
            permit(connection, id, account, Role.VIEWER);
            return new MemberTable(connection).page(id, after, limit);
        });
    }

    /** Takes an account out of every team. A team without an owner goes to its longest editor, an empty one away. */
    public void forget(String account, Instant now) {
        for (var team : new ArrayList<>(of(account).keySet())) {
            database.write(connection -> {
                Memberships.leave(connection, team, account, now);
                return null;
            });
        }
    }

    public boolean empty() {
        return database.read(connection -> new TeamTable(connection).empty());
    }
}
