package org.wvwbuilder.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.wvwbuilder.plugin.DemoData.Person;
import org.wvwbuilder.plugin.Roles;

/** Invents the members of the guild that {@code gw2 demo} makes. The same seed makes the same people. */
final class People {
    private static final Instant FIRST_JOINED = Instant.parse("2026-01-01T18:00:00Z");

    private static final List<String> FIRST = List.of(
            "Amber",
            "Ashen",
            "Bold",
            "Brisk",
            "Bronze",
            "Calm",
            "Clever",
            "Crimson",
            "Dusky",
            "Early",
            "Fabled",
            "Fierce",
            "Frosty",
            "Gentle",
            "Gilded",
            "Grim",
            "Hasty",
            "Hidden",
            "Humble",
            "Iron",
            "Ivory",
            "Jolly",
            "Keen",
            "Lucky",
            "Merry",
            "Misty",
            "Noble",
            "Quiet",
            "Rugged",
            "Rusty",
            "Sable",
            "Silver",
            "Sly",
            "Solemn",
            "Stormy",
            "Swift",
            "Tawny",
            "Thorny",
            "Valiant",
            "Wandering",
            "Wary",
            "Wild");

    private static final List<String> SECOND = List.of(
            "Anvil",
            "Banner",
            "Bear",
            "Bramble",
            "Briar",
            "Cinder",
            "Crow",
            "Drake",
            "Ember",
            "Falcon",
            "Fern",
            "Gale",
            "Griffon",
            "Hammer",
            "Harrier",
            "Hawk",
            "Hound",
            "Javelin",
            "Keep",
            "Lantern",
            "Lion",
            "Lynx",
            "Marten",
            "Moth",
            "Oak",
            "Otter",
            "Owl",
            "Piper",
            "Quarry",
            "Quill",
            "Raven",
            "River",
            "Rook",
            "Sentry",
            "Shield",
            "Stag",
            "Tower",
            "Trebuchet",
            "Viper",
            "Warden",
            "Wolf",
            "Wren");

    private People() {}

    /** The administrator first, then one commander for every twenty members. */
    static List<Person> of(long seed, int count) {
        var random = new Random(seed);
        var people = new ArrayList<Person>(count);
        for (var i = 0; i < count; i++) {
            var name = name(i, random);
            people.add(new Person(id(i, random), name, name.toLowerCase(Locale.ROOT) + "@guild.example", role(i)));
        }
        return people;
    }

    private static String name(int index, Random random) {
        var first = FIRST.get(random.nextInt(FIRST.size()));
        var second = SECOND.get(random.nextInt(SECOND.size()));
        return first + second + (index + 1);
    }

    private static String role(int index) {
        if (index == 0) return Roles.ADMIN;
        return index % 20 == 1 ? Roles.COMMANDER : Roles.MEMBER;
    }

    /** A UUIDv7 of the minute that the person joined. */
    private static String id(int index, Random random) {
        var millis = FIRST_JOINED.toEpochMilli() + index * 60_000L;
        var high = millis << 16 | 0x7000 | random.nextInt(0x1000);
        var low = 0x8000_0000_0000_0000L | random.nextLong() >>> 2;
        return new UUID(high, low).toString();
    }
}
