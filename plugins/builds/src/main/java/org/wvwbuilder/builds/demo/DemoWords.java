package org.wvwbuilder.builds.demo;

import static org.wvwbuilder.builds.demo.DemoBuilds.any;

import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** What a guild writes beside its builds. */
record DemoWords(SplittableRandom random) {
    private static final List<String> MODES = List.of("zerg", "zerg", "zerg", "guild", "havoc", "roam");
    private static final List<String> ROLES = List.of(
            "primary support",
            "secondary support",
            "boon dps",
            "strip",
            "melee dps",
            "ranged dps",
            "healer",
            "roamer",
            "scout",
            "commander");
    private static final List<String> FIRST = List.of(
            "Night watch",
            "Reset night",
            "Frontline",
            "Backline",
            "Bay defence",
            "Garrison",
            "Stonemist",
            "Tower hold",
            "Open field",
            "Keep breaker",
            "Second call",
            "Friday raid",
            "Tag follower",
            "Choke push");
    private static final List<String> LAST =
            List.of("", "", "", " v2", " after the patch", " (cheap gear)", " with spare stun breaks", " draft");
    private static final List<String> TAGS = List.of(
            "stability",
            "cleanse",
            "boon rip",
            "celestial",
            "minstrel",
            "berserker",
            "meta",
            "off-meta",
            "beginner",
            "reset",
            "smallscale",
            "blob",
            "siege",
            "testing");
    private static final List<String> ADVICE = List.of(
            "Stay within reach of the tag; your boons reach five.",
            "Keep a stun break for the second push.",
            "Swap weapons early: the big hits share their cooldowns.",
            "Drop the elite when the tag calls the bomb, not before.");

    String mode() {
        return any(MODES, random);
    }

    String role() {
        return any(ROLES, random);
    }

    String name(String role, String playedAs) {
        return any(FIRST, random) + ": " + playedAs + ", " + role + any(LAST, random);
    }

    List<String> tags() {
        var tags = new TreeSet<String>();
        for (int i = random.nextInt(4); i > 0; i--) tags.add(any(TAGS, random));
        return List.copyOf(tags);
    }

    String notes(String playedAs) {
        return random.nextInt(3) > 0
                ? ""
                : "## " + playedAs + "\n\n- " + any(ADVICE, random) + "\n- " + any(ADVICE, random);
    }
}
