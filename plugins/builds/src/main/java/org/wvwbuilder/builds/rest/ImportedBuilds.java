package org.wvwbuilder.builds.rest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.wvwbuilder.builds.catalogue.Catalogue;
import org.wvwbuilder.builds.character.Imports;
import org.wvwbuilder.builds.character.LeftOut;
import org.wvwbuilder.builds.character.Reading;
import org.wvwbuilder.builds.chatlink.BuildTemplate;
import org.wvwbuilder.builds.chatlink.ChatLink;
import org.wvwbuilder.builds.rest.CharacterAnswers.TabOutcome;
import org.wvwbuilder.builds.share.ShareCode;
import org.wvwbuilder.builds.share.SharedBuild;
import org.wvwbuilder.builds.store.Build;
import org.wvwbuilder.builds.store.Builds;
import org.wvwbuilder.builds.store.Equipment;
import org.wvwbuilder.builds.template.StoredLink;
import org.wvwbuilder.plugin.Identity;
import org.wvwbuilder.plugin.Problem;

/**
 * Saves tabs of the game as builds. A tab that comes again changes the template and gear of its build, and only where the
 * owner has not changed those since; name, tags, notes and visibility are the owner's from then on.
 */
final class ImportedBuilds {
    private final Imports imports;
    private final Builds builds;
    private final SavedBuilds saved;
    private final Supplier<Catalogue> catalogue;
    private final InstantSource clock;

    ImportedBuilds(
            Imports imports, Builds builds, SavedBuilds saved, Supplier<Catalogue> catalogue, InstantSource clock) {
        this.imports = imports;
        this.builds = builds;
        this.saved = saved;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** How to save. @param tags of new builds */
    record Manner(boolean overwrite, Optional<List<String>> tags) {}

    TabOutcome save(Identity person, String character, Reading reading, Manner manner) {
        var leftOut = new ArrayList<>(reading.leftOut());
        var template = reading.template();
        var gear = new Trimming(catalogue.get(), template.profession().title(), leftOut).trimmed(reading.equipment());
        int tab = reading.tab().number();
        var before = imports.find(person.id(), character, tab);
        var there = before.flatMap(imported -> builds.find(imported.build()))
                .filter(build -> build.owner().equals(person.id()));
        var wanted = digest(template, gear);
        Build build;
        String outcome;
        if (there.isEmpty()) {
            build = saved.add(request(character, reading, gear, manner), null, person);
            outcome = "created";
        } else if (digest(there.get()).equals(wanted)) {
            build = there.get();
            outcome = "unchanged";
        } else if (!manner.overwrite()
                && !digest(there.get()).equals(before.get().digest())) {
            return outcome("kept", there.get(), reading, leftOut);
        } else {
            build = update(person, there.get(), template, gear);
            outcome = "updated";
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        imports.put(person.id(), new Imports.Imported(character, tab, build.id(), wanted, now));
        return outcome(outcome, build, reading, leftOut);
    }

    /** @throws Problem 412 when it was changed at the same moment */
    private Build update(Identity person, Build seen, BuildTemplate template, Equipment gear) {
        return saved.change(seen.id(), changed(ChatLink.encode(template), gear), person, now -> {
            if (now.version() != seen.version())
                throw Problem.stale("The build " + seen.details().name());
        });
    }

    private static TabOutcome outcome(String word, Build build, Reading reading, List<LeftOut> leftOut) {
        return new TabOutcome(
                reading.tab().number(), build.details().name(), word, build.id(), reading.gearTab(), leftOut);
    }

    private static BuildRequest request(String character, Reading reading, Equipment gear, Manner manner) {
        var tab = reading.tab();
        var name = character + " – " + (tab.name().isEmpty() ? "Build " + tab.number() : tab.name());
        return new BuildRequest(
                Optional.of(printable(name)),
                Optional.of(ChatLink.encode(reading.template())),
                Optional.empty(),
                Optional.of(gear),
                Optional.empty(),
                Optional.empty(),
                Optional.of(manner.tags()
                        .orElse(List.of("imported", printable(character).toLowerCase(Locale.ROOT)))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static BuildRequest changed(String link, Equipment gear) {
        return new BuildRequest(
                Optional.empty(),
                Optional.of(link),
                Optional.empty(),
                Optional.of(gear),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** What the game lets people write into a name may not fit into ours. */
    private static String printable(String name) {
        var plain = name.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\p{Cs}]", " ").strip();
        return plain.codePointCount(0, plain.length()) <= 90
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, 90)).strip();
    }

    private static String digest(Build build) {
        return digest(
                StoredLink.read(build.details().chatLink()), build.details().equipment());
    }

    private static String digest(BuildTemplate template, Equipment gear) {
        try {
            var code = ShareCode.encode(new SharedBuild(template, gear));
            var sum = MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(sum);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every Java runtime has SHA-256", never);
        }
    }
}
