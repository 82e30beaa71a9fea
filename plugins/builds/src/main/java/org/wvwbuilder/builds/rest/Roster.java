package org.wvwbuilder.builds.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.wvwbuilder.builds.catalogue.Catalogue;
import org.wvwbuilder.builds.character.Characters;
import org.wvwbuilder.builds.character.Imports.Imported;
import org.wvwbuilder.builds.character.Reader;
import org.wvwbuilder.builds.character.Reading;
import org.wvwbuilder.builds.character.Tabs;
import org.wvwbuilder.builds.character.Tabs.BuildTab;
import org.wvwbuilder.builds.chatlink.ChatLink;
import org.wvwbuilder.builds.gamekey.Game;
import org.wvwbuilder.builds.gamekey.GameKeys;
import org.wvwbuilder.builds.rest.CharacterAnswers.CharacterTabs;
import org.wvwbuilder.builds.rest.CharacterAnswers.GearTab;
import org.wvwbuilder.builds.rest.CharacterResource.Read;
import org.wvwbuilder.builds.store.Builds;
import org.wvwbuilder.builds.template.Describer;
import org.wvwbuilder.plugin.Problem;

/** The characters of an account, asked for with its key. */
record Roster(Game game, GameKeys keys, Function<String, Catalogue> catalogues, Builds builds) {
    private static final String ENGLISH = "en";

    List<Tabs> all(String account) {
        return game.ask(api -> keys.ask(account, secret -> new Characters(api, secret).all()));
    }

    /**
     * @param chosen build tabs with the gear for each, 0 for none; where empty, all that are not empty, with the gear that
     *     seems to go with each
     */
    Read read(String account, String name, Optional<Map<Integer, Optional<Integer>>> chosen) {
        return game.ask(api -> {
            var tabs = keys.ask(account, secret -> new Characters(api, secret).find(name))
                    .orElseThrow(() -> Problem.notFound("A character of this name on your account"));
            if (tabs.profession().isEmpty()) {
                throw new Problem(
                        409,
                        "profession-unknown",
                        "This version of WvW Builder does not know the profession of this character. Install a newer one.");
            }
            var wanted = chosen.map(all -> chosen(tabs, all)).orElseGet(() -> every(tabs));
            return new Read(tabs, new Reader(api, catalogues.apply(ENGLISH)).read(tabs, wanted));
        });
    }

    private static Map<BuildTab, Optional<Integer>> every(Tabs tabs) {
        var every = new LinkedHashMap<BuildTab, Optional<Integer>>();
        tabs.builds().stream()
                .filter(tab -> !tab.empty())
                .forEach(tab -> every.put(tab, tabs.gearFor(tab).map(Tabs.GearTab::number)));
        return every;
    }

    private static Map<BuildTab, Optional<Integer>> chosen(Tabs tabs, Map<Integer, Optional<Integer>> chosen) {
        var wanted = new LinkedHashMap<BuildTab, Optional<Integer>>();
        chosen.forEach((number, gear) -> {
            var tab = tabs.builds().stream()
                    .filter(one -> one.number() == number && !one.empty())
                    .findFirst()
                    .orElseThrow(() ->
                            Problem.invalid("/tabs", "build tabs of this character; " + number + " is none, or empty"));
            if (gear.filter(one -> one != 0 && tabs.gear(one).isEmpty()).isPresent()) {
                throw Problem.invalid("/tabs", "gear tabs of this character, or 0; " + gear.get() + " is none");
            }
            wanted.put(tab, gear.isPresent() ? gear : tabs.gearFor(tab).map(Tabs.GearTab::number));
        });
        return wanted;
    }

    /** @param before what was taken over of this character */
    CharacterTabs whole(Read read, List<Imported> before, String lang) {
        var tabs = read.tabs();
        var there = builds.all(before.stream().map(Imported::build).toList()).stream()
                .map(build -> build.id())
                .toList();
        return new CharacterTabs(
                tabs.name(),
                tabs.profession().map(profession -> profession.title()),
                tabs.level(),
                read.readings().stream()
                        .map(reading -> tab(reading, before, there, catalogues.apply(lang)))
                        .toList(),
                tabs.gear().stream()
                        .map(gear -> new GearTab(
                                gear.number(),
                                named(gear.name()),
                                gear.active(),
                                gear.pieces().size()))
                        .toList());
    }

    private static CharacterAnswers.BuildTab tab(
            Reading reading, List<Imported> before, List<String> there, Catalogue catalogue) {
        var tab = reading.tab();
        return new CharacterAnswers.BuildTab(
                tab.number(),
                named(tab.name()),
                tab.active(),
                ChatLink.encode(reading.template()),
                Describer.describe(catalogue, reading.template()),
                reading.gearTab(),
                reading.leftOut(),
                before.stream()
                        .filter(one -> one.tab() == tab.number())
                        .map(Imported::build)
                        .filter(there::contains)
                        .findFirst());
    }

    private static Optional<String> named(String name) {
        return Optional.of(name).filter(text -> !text.isEmpty());
    }
}
