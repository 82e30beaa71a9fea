package org.wvwbuilder.dashboard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.wvwbuilder.plugin.Accounts;
import org.wvwbuilder.plugin.Identity;
import org.wvwbuilder.plugin.Roles;
import org.wvwbuilder.plugin.Scopes;
import org.wvwbuilder.plugin.Teams;

/** What somebody may see of the guild's log, and who did it. */
record Readers(Supplier<Optional<Teams>> teams, Supplier<Optional<Accounts>> accounts) {
    private static final int MOST_TEAMS = 50;

    List<String> audiences(Identity person) {
        var all = new ArrayList<>(List.of(Logged.PUBLIC, Logged.own(person.id())));
        if (person.is(Roles.ADMIN) && person.reaches(Scopes.ADMIN)) all.add(Logged.ADMIN);
        teams.get()
                .ifPresent(known -> known.of(person.id()).keySet().stream()
                        .sorted()
                        .limit(MOST_TEAMS)
                        .map(Logged::team)
                        .forEach(all::add));
        return all;
    }

    Map<String, String> names(Collection<String> ids) {
        if (ids.isEmpty()) return Map.of();
        return accounts.get().map(known -> known.names(ids)).orElse(Map.of());
    }
}
