package org.wvwbuilder.builds.rest;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.wvwbuilder.builds.catalogue.Catalogue;
import org.wvwbuilder.builds.catalogue.Facts.Specialization;
import org.wvwbuilder.builds.gear.Sources;
import org.wvwbuilder.builds.gear.Wardrobe;
import org.wvwbuilder.builds.rest.BuildAnswer.Owner;
import org.wvwbuilder.builds.rest.BuildAnswer.Summary;
import org.wvwbuilder.builds.store.Build;
import org.wvwbuilder.builds.template.Describer;
import org.wvwbuilder.builds.template.Ref;
import org.wvwbuilder.builds.template.StoredLink;
import org.wvwbuilder.plugin.Accounts;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Identity;

/** Writes builds as JSON, with the names of specializations and owners. */
final class BuildAnswers {
    private final Catalogue catalogue;
    private final Supplier<Optional<Accounts>> accounts;

    BuildAnswers(Catalogue catalogue, Supplier<Optional<Accounts>> accounts) {
        this.catalogue = catalogue;
        this.accounts = accounts;
    }

    BuildAnswer whole(Build build, Caller caller) {
        var details = build.details();
        var template = Describer.describe(catalogue, StoredLink.read(details.chatLink()));
        var owner = owner(build, names(List.of(build), caller));
        return new BuildAnswer(
                build.id(),
                details.name(),
                details.profession().title(),
                specializations(build),
                details.chatLink(),
                template,
                details.equipment(),
                Wardrobe.attributes(catalogue, details.profession().title(), details.equipment()),
                Sources.of(catalogue, template, details.equipment()),
                details.gameMode(),
                details.role(),
                details.tags(),
                details.notes(),
                details.visibility(),
                Optional.empty(),
                owner,
                build.needsReview(),
                build.createdAt(),
                build.updatedAt(),
                build.version());
    }

    List<Summary> summaries(List<Build> builds, Caller caller) {
        var names = names(builds, caller);
        return builds.stream().map(build -> summary(build, names)).toList();
    }

    private Summary summary(Build build, Map<String, String> names) {
        var details = build.details();
        return new Summary(
                build.id(),
                details.name(),
                details.profession().title(),
                specializations(build),
                details.chatLink(),
                details.gameMode(),
                details.role(),
                details.tags(),
                details.visibility(),
                owner(build, names),
                build.needsReview(),
                build.createdAt(),
                build.updatedAt(),
                build.version());
    }

    private List<Ref> specializations(Build build) {
        return build.details().specializations().stream()
                .filter(id -> id != 0)
                .map(id -> new Ref(id, catalogue.specializations().find(id).map(Specialization::name)))
                .toList();
    }

    private static Owner owner(Build build, Map<String, String> names) {
        return new Owner(build.owner(), Optional.ofNullable(names.get(build.owner())));
    }

    /** The usernames of the owners; the caller's own is known without asking. */
    private Map<String, String> names(Collection<Build> builds, Caller caller) {
        var owners = new HashSet<String>();
        for (var build : builds) owners.add(build.owner());
        var self = caller.identity().map(Identity::id).orElse("");
        if (owners.equals(Set.of(self))) return Map.of(self, caller.user().name());
        return owners.isEmpty()
                ? Map.of()
                : accounts.get().map(known -> known.names(owners)).orElse(Map.of());
    }
}
