package org.wvwbuilder.builds.character;

import java.util.List;
import java.util.Optional;
import org.wvwbuilder.builds.chatlink.BuildTemplate;
import org.wvwbuilder.builds.store.Equipment;

/**
 * What a build tab says, with the gear that goes with it.
 *
 * @param gearTab the number of the gear's tab, if any goes with it
 */
public record Reading(
        Tabs.BuildTab tab,
        Optional<Integer> gearTab,
        BuildTemplate template,
        Equipment equipment,
        List<LeftOut> leftOut) {

    public Reading {
        leftOut = List.copyOf(leftOut);
    }
}
