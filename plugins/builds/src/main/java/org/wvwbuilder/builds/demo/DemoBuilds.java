package org.wvwbuilder.builds.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.wvwbuilder.builds.catalogue.Catalogue;
import org.wvwbuilder.builds.chatlink.ChatLink;
import org.wvwbuilder.builds.chatlink.TraitLine;
import org.wvwbuilder.builds.store.Build;
import org.wvwbuilder.builds.store.Builds;
import org.wvwbuilder.builds.store.Details;
import org.wvwbuilder.builds.store.Equipment;
import org.wvwbuilder.builds.store.Visibility;
import org.wvwbuilder.plugin.DemoData;
import org.wvwbuilder.plugin.Uuid7;

/** Gives each person of a demo guild builds, made over the last ten months. */
public final class DemoBuilds implements DemoData {
    private static final int AT_ONCE = 10_000;
    private static final Duration PAST = Duration.ofDays(300);

    private final Supplier<Catalogue> catalogue;
    private final Builds builds;
    private final InstantSource clock;

    public DemoBuilds(Supplier<Catalogue> catalogue, Builds builds, InstantSource clock) {
        this.catalogue = catalogue;
        this.builds = builds;
        this.clock = clock;
    }

    @Override
    public boolean empty() {
        return builds.empty();
    }

    @Override
    public Map<String, Integer> fill(Guild guild, Consumer<String> progress) {
        if (guild.people().isEmpty()) return Map.of();
        var random = new SplittableRandom(guild.seed());
        var templates = new DemoTemplates(catalogue.get(), random);
        var start = clock.instant().minus(PAST).truncatedTo(ChronoUnit.MILLIS);
        var step = guild.builds() == 0 ? Duration.ZERO : PAST.dividedBy(guild.builds());
        var some = new ArrayList<Build>(AT_ONCE);
        for (int i = 0; i < guild.builds(); i++) {
            var owner = guild.people().get(i % guild.people().size());
            some.add(build(owner.id(), start.plus(step.multipliedBy(i)), templates.next(), random));
            if (some.size() == AT_ONCE || i == guild.builds() - 1) {
                builds.addAll(some);
                some.clear();
                progress.accept("%,d of %,d builds".formatted(i + 1, guild.builds()));
            }
        }
        return Map.of("builds", guild.builds());
    }

    private Build build(String owner, Instant at, DemoTemplates.Sketch sketch, SplittableRandom random) {
        var template = sketch.template();
        var words = new DemoWords(random);
        var role = words.role();
        var details = new Details(
                words.name(role, sketch.playedAs()),
                ChatLink.encode(template),
                template.profession(),
                template.lines().stream().map(TraitLine::specialization).toList(),
                Equipment.NONE,
                words.mode(),
                role,
                words.tags(),
                words.notes(sketch.playedAs()),
                random.nextInt(10) < 4 ? Visibility.PUBLIC : Visibility.PRIVATE);
        return new Build(Uuid7.next(clock), owner, details, false, at, at, 1);
    }

    /** One of a few. */
    static <T> T any(List<T> choices, SplittableRandom random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
