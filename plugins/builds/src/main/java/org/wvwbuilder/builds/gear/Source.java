package org.wvwbuilder.builds.gear;

import java.util.List;
import java.util.Optional;
import org.wvwbuilder.builds.catalogue.Facts.Boon;
import org.wvwbuilder.plugin.Doc;

/** A choice of a build that gives boons or removes conditions. */
@Doc("A skill or trait of this build that gives boons or removes conditions.")
public record Source(
        @Doc("skill or trait") String kind,
        int id,
        String name,

        @Doc("Where it stands in the build: trait, land, water, or the weapon's name.")
        String place,

        List<Boon> boons,
        Optional<Integer> conditionsRemoved,
        boolean stunBreak,
        Optional<Integer> targets) {}
