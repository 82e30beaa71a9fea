package org.wvwbuilder.squads.team;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.Teams.Role;

/** Who joins a team, who leaves it, and with what role. A team always has an owner. */
final class Memberships {
    static final int MOST_MEMBERS = 500;

    private final Database database;

    Memberships(Database database) {
        this.database = database;
    }

    /** @return the new member, or nothing when they are one already */
    Optional<Member> add(String team, String by, Member member) {
        return database.write(connection -> {
            GuildTeams.permit(connection, team, by, Role.OWNER);
            var members = new MemberTable(connection);
            if (members.find(team, member.account()).isPresent()) return Optional.empty();
            write(connection, team, before -> {
                if (before.members() >= MOST_MEMBERS) {
                    throw new Problem(
                            409, "team-full", "A team has at most 500 members. Remove somebody who left the guild.");
                }
                return counted(before, before.members() + 1, member.joinedAt());
            });
            members.insert(team, member);
            return Optional.of(member);
        });
    }

    /** @throws Problem 409 when the team would be left without an owner */
    Member role(String team, String by, String account, Role role, Instant now) {
        return database.write(connection -> {
            GuildTeams.permit(connection, team, by, Role.OWNER);
            var members = new MemberTable(connection);
            var member = members.find(team, account).orElseThrow(() -> Problem.notFound("This member"));
            // Written first: who changes the team at the same moment waits here, and then counts the owners anew.
            write(connection, team, before -> counted(before, before.members(), now));
            if (role != Role.OWNER) keepAnOwner(members, team, member);
            members.role(team, account, role);
            return new Member(account, role, member.joinedAt());
        });
    }

    /** Owners remove anybody, everybody removes themselves. */
    void remove(String team, String by, String account, Instant now) {
        database.write(connection -> {
            GuildTeams.permit(connection, team, by, by.equals(account) ? Role.VIEWER : Role.OWNER);
            var members = new MemberTable(connection);
            var member = members.find(team, account).orElseThrow(() -> Problem.notFound("This member"));
            write(connection, team, before -> counted(before, before.members() - 1, now));
            keepAnOwner(members, team, member);
            members.delete(team, account);
            return null;
        });
    }

    private static void keepAnOwner(MemberTable members, String team, Member member) throws SQLException {
        if (member.role() == Role.OWNER && members.owners(team) == 1) {
            throw new Problem(
                    409, "last-owner", "A team needs an owner. Make somebody else one first, or delete the team.");
        }
    }

    static void leave(Connection connection, String team, String account, Instant now) throws SQLException {
        write(connection, team, before -> counted(before, before.members() - 1, now));
        var members = new MemberTable(connection);
        members.delete(team, account);
        var heir = members.heir(team);
        if (heir.isEmpty()) new TeamTable(connection).delete(team);
        else if (heir.get().role() != Role.OWNER) members.role(team, heir.get().account(), Role.OWNER);
    }

    static Team write(Connection connection, String id, UnaryOperator<Team> change) throws SQLException {
        var table = new TeamTable(connection);
        var before = table.find(id).orElseThrow(() -> Problem.notFound("This team"));
        if (!table.update(change.apply(before))) throw Problem.stale("This team");
        return table.find(id).orElseThrow();
    }

    private static Team counted(Team team, long members, Instant now) {
        return new Team(team.id(), team.name(), team.description(), members, team.createdAt(), now, team.version());
    }
}
