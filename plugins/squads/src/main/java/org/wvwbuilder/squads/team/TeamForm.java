package org.wvwbuilder.squads.team;

import java.time.Instant;
import java.util.Optional;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Teams.Role;
import org.wvwbuilder.squads.web.Findings;
import org.wvwbuilder.squads.web.Words;

/** What clients send about teams, and what they get. */
public final class TeamForm {
    private static final int MOST_DESCRIPTION = 1_000;

    private TeamForm() {}

    @Doc("A team to save.")
    public record TeamRequest(
            @Doc("1 to 100 characters.") Optional<String> name,
            @Doc("At most 1,000 characters.") Optional<String> description) {

        public TeamRequest {
            name = name == null ? Optional.empty() : name;
            description = description == null ? Optional.empty() : description;
        }

        Team team(String id, long members, Instant made, Instant now, long version) {
            var findings = new Findings();
            var name = Words.name(name(), "/name", Words.MOST_NAME, findings);
            var description = Words.notes(description(), "/description", findings);
            findings.check(description.length() <= MOST_DESCRIPTION, "/description", "at most 1,000 characters");
            findings.refuse();
            return new Team(id, name, description, members, made, now, version);
        }
    }

    @Doc("A team that you are a member of.")
    public record TeamAnswer(
            String id,
            String name,
            String description,
            @Doc("What you may do in it.") Role role,
            long members,
            Instant createdAt,
            Instant updatedAt,
            long version) {

        static TeamAnswer of(Team team, Role role) {
            return new TeamAnswer(
                    team.id(),
                    team.name(),
                    team.description(),
                    role,
                    team.members(),
                    team.createdAt(),
                    team.updatedAt(),
                    team.version());
        }
    }

    @Doc("Somebody to add to a team: give the account's id or its username.")
    public record MemberRequest(
            Optional<String> accountId,
            Optional<String> username,
            @Doc("viewer where left out.") Optional<Role> role) {

        public MemberRequest {
            accountId = accountId == null ? Optional.empty() : accountId;
            username = username == null ? Optional.empty() : username;
            role = role == null ? Optional.empty() : role;
        }
    }

    @Doc("What a member may do.")
    public record RoleRequest(Optional<Role> role) {

        public RoleRequest {
            role = role == null ? Optional.empty() : role;
        }
    }

    @Doc("A member of a team.")
    public record MemberAnswer(String accountId, Optional<String> username, Role role, Instant joinedAt) {}
}
