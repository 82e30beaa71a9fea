package org.wvwbuilder.builds.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.wvwbuilder.builds.character.Imports;
import org.wvwbuilder.builds.character.Imports.Imported;
import org.wvwbuilder.builds.character.Reading;
import org.wvwbuilder.builds.character.Tabs;
import org.wvwbuilder.builds.rest.CharacterAnswers.CharacterSummary;
import org.wvwbuilder.builds.rest.CharacterAnswers.CharacterTabs;
import org.wvwbuilder.builds.rest.CharacterAnswers.ChosenTab;
import org.wvwbuilder.builds.rest.CharacterAnswers.ImportRequest;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Page;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.RateLimits;
import org.wvwbuilder.plugin.Roles;

/** One's own characters of the game, read with the key that was given, and taken over as builds. */
@Path("characters")
@Consumes("application/json")
@Produces("application/json")
public final class CharacterResource {
    private static final int MOST = 20;
    private static final RateLimits.Limit ASKED = new RateLimits.Limit("game-characters", 150, Duration.ofMinutes(1));

    private final Roster roster;
    private final Imports imports;
    private final ImportedBuilds imported;
    private final Supplier<Optional<RateLimits>> limits;
    private final Set<String> importing = ConcurrentHashMap.newKeySet();

    CharacterResource(Roster roster, Imports imports, ImportedBuilds imported, Supplier<Optional<RateLimits>> limits) {
        this.limits = limits;
        this.roster = roster;
        this.imports = imports;
        this.imported = imported;
    }

    @GET
    @RolesAllowed(Roles.MEMBER)
    @Doc(
            value = "Your characters of the game, by name; at most 100",
            problems = {409, 429, 503})
    public Page<CharacterSummary> list(@Context Caller caller) {
        var account = account(caller);
        var before = imports.of(account);
        return new Page<>(
                roster.all(account).stream().map(tabs -> summary(tabs, before)).toList());
    }

    @GET
    @Path("{name}")
    @RolesAllowed(Roles.MEMBER)
    @Doc(
            value = "A character of yours with what stands in its tabs",
            problems = {404, 409, 429, 503})
    public CharacterTabs get(
            @PathParam("name") String name,
            @QueryParam("lang") @Doc("en, fr, de, es: of the names of facts") String lang,
            @Context Caller caller) {
        var account = account(caller);
        var read = roster.read(account, name, Optional.empty());
        var before = imports.of(account).stream()
                .filter(one -> one.character().equals(read.tabs().name()))
                .toList();
        return roster.whole(read, before, lang);
    }

    @POST
    @Path("{name}/import")
    @RolesAllowed(Roles.MEMBER)
    @Doc(
            value = "Takes tabs of a character over as private builds of yours; again, it changes those builds",
            problems = {404, 409, 412, 422, 429, 503})
    public CharacterAnswers.ImportedTabs bring(
            @PathParam("name") String name, ImportRequest request, @Context Caller caller) {
        var wanted = Optional.ofNullable(request)
                .orElse(new ImportRequest(Optional.empty(), Optional.empty(), Optional.empty()));
        var person = caller.user();
        var manner = new ImportedBuilds.Manner(wanted.overwrite().orElse(false), wanted.tags());
        account(caller);
        var chosen = wanted.tabs().map(CharacterResource::chosen);
        if (!importing.add(person.id())) {
            throw new Problem(409, "import-running", "An import of yours is still running: wait until it has ended.");
        }
        try {
            var read = roster.read(person.id(), name, chosen);
            return new CharacterAnswers.ImportedTabs(read.readings().stream()
                    .map(reading -> imported.save(person, read.tabs().name(), reading, manner))
                    .toList());
        } finally {
            importing.remove(person.id());
        }
    }

    /** @throws Problem 429 for somebody who asks the game too often */
    private String account(Caller caller) {
        limits.get().ifPresent(all -> all.take(ASKED, caller));
        return caller.user().id();
    }

    /** By their numbers, each once. */
    private static Map<Integer, Optional<Integer>> chosen(List<ChosenTab> tabs) {
        if (tabs.isEmpty() || tabs.size() > MOST) throw Problem.invalid("/tabs", "1 to 20 tabs, or left out for all");
        var chosen = new LinkedHashMap<Integer, Optional<Integer>>();
        for (int i = 0; i < tabs.size(); i++) {
            var tab = tabs.get(i);
            if (tab == null || chosen.put(tab.tab(), tab.gearTab()) != null) {
                throw Problem.invalid("/tabs/" + i, "a build tab named once");
            }
        }
        return chosen;
    }

    private static CharacterSummary summary(Tabs tabs, List<Imported> before) {
        return new CharacterSummary(
                tabs.name(),
                tabs.profession().map(profession -> profession.title()),
                tabs.level(),
                (int) tabs.builds().stream().filter(tab -> !tab.empty()).count(),
                tabs.gear().size(),
                (int) before.stream()
                        .filter(one -> one.character().equals(tabs.name()))
                        .count());
    }

    /** A character with those of its tabs that were asked for. */
    record Read(Tabs tabs, List<Reading> readings) {}
}
