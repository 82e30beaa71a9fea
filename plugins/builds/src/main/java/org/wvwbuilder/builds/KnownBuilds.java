package org.wvwbuilder.builds;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.wvwbuilder.builds.store.Build;
import org.wvwbuilder.builds.store.Builds;
import org.wvwbuilder.builds.store.Viewer;
import org.wvwbuilder.plugin.SavedBuilds;
import org.wvwbuilder.plugin.Teams;

/** Tells other plugins what the builds are that people name. */
record KnownBuilds(Builds builds, Supplier<Optional<Teams>> teams) implements SavedBuilds {

    @Override
    public Map<String, Outline> seen(Collection<String> ids, String account) {
        var viewer =
                new Viewer(account, teams.get().map(known -> known.of(account)).orElse(Map.of()));
        var seen = new LinkedHashMap<String, Outline>();
        for (var build : builds.all(ids)) {
            if (viewer.sees(build)) seen.put(build.id(), outline(build));
        }
        return seen;
    }

    private static Outline outline(Build build) {
        var details = build.details();
        return new Outline(
                build.id(),
                details.name(),
                details.profession().title(),
                details.specializations().stream().filter(id -> id != 0).toList(),
                details.role());
    }
}
