package org.wvwbuilder.builds.rest;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.wvwbuilder.builds.catalogue.Catalogue;
import org.wvwbuilder.builds.catalogue.Facts.Specialization;
import org.wvwbuilder.builds.gear.Sources;
import org.wvwbuilder.builds.gear.Wardrobe;
import org.wvwbuilder.builds.rest.BuildAnswer.Owner;
import org.wvwbuilder.builds.rest.BuildAnswer.Summary;
import org.wvwbuilder.builds.share.ShareCode;
import org.wvwbuilder.builds.share.SharedBuild;
import org.wvwbuilder.builds.store.Build;
import org.wvwbuilder.builds.template.Describer;
import org.wvwbuilder.builds.template.Ref;
import org.wvwbuilder.builds.template.StoredLink;
import org.wvwbuilder.plugin.Accounts;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Identity;
import org.wvwbuilder.plugin.Problem;

/** Writes builds as JSON, with the names of specializations and owners. */
final class BuildAnswers {
    private static final String ENGLISH = "en";

    private final Function<String, Catalogue> catalogues;
    private final Supplier<Optional<Accounts>> accounts;

    BuildAnswers(Function<String, Catalogue> catalogues, Supplier<Optional<Accounts>> accounts) {
        this.catalogues = catalogues;
        this.accounts = accounts;
    }

    BuildAnswer whole(Build build, Caller caller) {
        return whole(build, caller, ENGLISH);
    }

    /** @param lang of the names of facts, where they are known in it */
    BuildAnswer whole(Build build, Caller caller, String lang) {
        var catalogue = catalogues.apply(lang);
        var details = build.details();
        var link = StoredLink.read(details.chatLink());
        var template = Describer.describe(catalogue, link);
        var owner = owner(build.owner(), names(List.of(build.owner()), caller));
        return new BuildAnswer(
                build.id(),
                details.name(),
                details.profession().title(),
                specializations(build, catalogue),
                details.chatLink(),
                ShareCode.encode(new SharedBuild(link, details.equipment())),
                template,
                details.equipment(),
                Wardrobe.attributes(catalogue, details.profession().title(), details.equipment()),
                Sources.of(catalogue, template, details.equipment()),
                details.gameMode(),
                details.role(),
                details.tags(),
                details.notes(),
                Notes.html(details.notes()),
                details.visibility(),
                details.team(),
                owner,
                build.needsReview(),
                build.createdAt(),
                build.updatedAt(),
                build.version());
    }

    List<Summary> summaries(List<Build> builds, Caller caller) {
        return summaries(builds, caller, ENGLISH);
    }

    /** @param lang of the names of facts, where they are known in it */
    List<Summary> summaries(List<Build> builds, Caller caller, String lang) {
        var catalogue = catalogues.apply(lang);
        var names = names(builds.stream().map(Build::owner).toList(), caller);
        return builds.stream().map(build -> summary(build, names, catalogue)).toList();
    }

    private Summary summary(Build build, Map<String, String> names, Catalogue catalogue) {
        var details = build.details();
        return new Summary(
                build.id(),
                details.name(),
                details.profession().title(),
                specializations(build, catalogue),
                details.chatLink(),
                details.gameMode(),
                details.role(),
                details.tags(),
                details.visibility(),
                owner(build.owner(), names),
                build.needsReview(),
                build.createdAt(),
                build.updatedAt(),
                build.version());
    }

    private static List<Ref> specializations(Build build, Catalogue catalogue) {
        return build.details().specializations().stream()
                .filter(id -> id != 0)
                .map(id -> new Ref(id, catalogue.specializations().find(id).map(Specialization::name)))
                .toList();
    }

    /** Accounts by their ids, each with its name where it is known. */
    Map<String, Owner> owners(Collection<String> accounts, Caller caller) {
        var names = names(accounts, caller);
        var owners = new HashMap<String, Owner>();
        for (var account : accounts) owners.put(account, owner(account, names));
        return owners;
    }

    Response tagged(Build build, Caller caller) {
        return tagged(build, caller, ENGLISH);
    }

    Response tagged(Build build, Caller caller, String lang) {
        return Response.ok(whole(build, caller, lang)).tag(tag(build)).build();
    }

    static EntityTag tag(Build build) {
        return new EntityTag("v" + build.version());
    }

    /**
     * @param yours what the caller wanted it to be, if anything
     * @throws Problem 412 with the state that there is, and theirs, when the request names another one by If-Match
     */
    void requireUnchanged(Request http, Build build, Caller caller, Optional<BuildRequest> yours) {
        if (http.evaluatePreconditions(tag(build)) == null) return;
        var stale = Problem.stale("This build");
        throw new Problem(
                stale.status(),
                stale.type(),
                stale.getMessage(),
                List.of(),
                Map.of("ETag", '"' + tag(build).getValue() + '"'),
                yours.<Map<String, Object>>map(own -> Map.of("current", whole(build, caller), "yours", own))
                        .orElseGet(() -> Map.of("current", whole(build, caller))));
    }

    private static Owner owner(String account, Map<String, String> names) {
        return new Owner(account, Optional.ofNullable(names.get(account)));
    }

    /** The usernames of the owners; the caller's own is known without asking. */
    private Map<String, String> names(Collection<String> ids, Caller caller) {
        var owners = new HashSet<>(ids);
        var self = caller.identity().map(Identity::id).orElse("");
        if (owners.equals(Set.of(self))) return Map.of(self, caller.user().name());
        return owners.isEmpty()
                ? Map.of()
                : accounts.get().map(known -> known.names(owners)).orElse(Map.of());
    }
}
