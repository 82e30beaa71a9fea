package org.wvwbuilder.builds.gear;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.wvwbuilder.builds.catalogue.Facts.Bonus;
import org.wvwbuilder.builds.catalogue.Facts.ItemStat;

/** Adds up what gear gives, with one set of weapons. For one set only. */
final class Tally {
    private final Map<Attribute, Integer> points = new EnumMap<>(Attribute.class);
    private final List<Bonus> shares = new ArrayList<>();
    private final List<Bonus> others = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private double criticalChance;
    private double conditionDuration;
    private double boonDuration;

    Tally() {
        for (var attribute : Attribute.values()) points.put(attribute, attribute.base);
    }

    /** A piece of gear: each attribute by itself is rounded, as the game shows it on the item. */
    void add(ItemStat stat, double adjustment) {
        for (var given : stat.attributes()) {
            int value = (int) Math.round(adjustment * given.multiplier() + given.value());
            Attribute.of(given.attribute()).ifPresent(attribute -> points.merge(attribute, value, Integer::sum));
        }
    }

    void add(Bonus bonus) {
        var key = Attribute.key(bonus.attribute());
        if (bonus.from().isPresent()) {
            shares.add(bonus);
        } else if (bonus.percent()) {
            percent(key, bonus);
        } else if (key.equals("toallstats") || key.equals("toallattributes")) {
            points.replaceAll((attribute, sum) -> sum + bonus.value());
        } else {
            Attribute.of(bonus.attribute())
                    .ifPresentOrElse(
                            attribute -> points.merge(attribute, bonus.value(), Integer::sum), () -> others.add(bonus));
        }
    }

    private void percent(String key, Bonus bonus) {
        switch (key) {
            case "criticalchance" -> criticalChance += bonus.value();
            case "conditionduration" -> conditionDuration += bonus.value();
            case "boonduration" -> boonDuration += bonus.value();
            default -> others.add(bonus);
        }
    }

    void warn(String what) {
        warnings.add(what);
    }

    Attributes attributes(WeaponSet set, int baseHealth) {
        convert();
        return new Attributes(
                set.name().toLowerCase(Locale.ROOT),
                points.get(Attribute.POWER),
                points.get(Attribute.PRECISION),
                points.get(Attribute.TOUGHNESS),
                points.get(Attribute.VITALITY),
                points.get(Attribute.FEROCITY),
                points.get(Attribute.CONDITION_DAMAGE),
                points.get(Attribute.EXPERTISE),
                points.get(Attribute.CONCENTRATION),
                points.get(Attribute.HEALING_POWER),
                baseHealth + 10 * points.get(Attribute.VITALITY),
                percent((points.get(Attribute.PRECISION) - 895) / 21.0 + criticalChance),
                percent(150 + points.get(Attribute.FEROCITY) / 15.0),
                percent(points.get(Attribute.EXPERTISE) / 15.0 + conditionDuration),
                percent(points.get(Attribute.CONCENTRATION) / 15.0 + boonDuration),
                List.copyOf(others),
                List.copyOf(warnings));
    }

    /** Shares of one attribute that become another: all of what stands there before any of them. */
    private void convert() {
        var before = new EnumMap<>(points);
        for (var share : shares) {
            var from = Attribute.of(share.from().orElseThrow());
            var to = Attribute.of(share.attribute());
            if (from.isEmpty() || to.isEmpty()) {
                others.add(share);
                continue;
            }
            int value = (int) Math.round(before.get(from.get()) * share.value() / 100.0);
            points.merge(to.get(), value, Integer::sum);
        }
    }

    private static double percent(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
