package org.wvwbuilder.squads.roster;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.squads.roster.RosterTable.Counted;
import org.wvwbuilder.squads.roster.Rosters.Whole;

/** What clients send about rosters, and what they get. */
public final class RosterForm {

    private RosterForm() {}

    private static <T> Optional<T> given(Optional<T> value) {
        return value == null ? Optional.empty() : value;
    }

    @Doc("A roster to save.")
    public record RosterRequest(
            @Doc("1 to 100 characters.") Optional<String> name,

            @Doc("The team whose editors change it too; yours alone where left out.")
            Optional<String> teamId,

            @Doc("At most 500; only for a new roster, see /entries for an old one.")
            List<EntryRequest> entries) {

        public RosterRequest {
            name = given(name);
            teamId = given(teamId);
            entries = entries == null ? List.of() : entries;
        }
    }

    @Doc("A player to save.")
    public record EntryRequest(
            @Doc("1 to 60 characters, once in a roster whatever their case.")
            Optional<String> player,

            @Doc("Ids of archetypes or saved builds, the dearest first; at most 20.")
            List<String> builds,

            @Doc("Build to 1 learning, 2 practised or 3 fluent; 3 where left out.")
            Map<String, Integer> proficiency,

            @Doc("Those of the builds whose gear is not complete.")
            List<String> gearMissing,

            @Doc("At most 500 characters on one line.") Optional<String> note,

            @Doc("Whether they are here tonight; true where left out.")
            Optional<Boolean> present) {

        public EntryRequest {
            player = given(player);
            builds = builds == null ? List.of() : builds;
            proficiency = proficiency == null ? Map.of() : proficiency;
            gearMissing = gearMissing == null ? List.of() : gearMissing;
            note = given(note);
            present = given(present);
        }
    }

    @Doc("Names to add in one go.")
    public record PasteRequest(
            @Doc("Names separated by line breaks, commas, semicolons or tabs; at most 500.")
            Optional<String> text,

            @Doc("What each new one can play.") List<String> builds,

            @Doc("Whether those named are here tonight; true where left out.")
            Optional<Boolean> present) {

        public PasteRequest {
            text = given(text);
            builds = builds == null ? List.of() : builds;
            present = given(present);
        }
    }

    @Doc("Who is here tonight: these players, and nobody else.")
    public record PresentRequest(
            @Doc("Players of the roster.") List<String> players) {

        public PresentRequest {
            players = players == null ? List.of() : players;
        }
    }

    @Doc("A roster in a list.")
    public record RosterOutline(
            String id,
            String name,
            Optional<String> teamId,
            long players,
            @Doc("How many are here tonight.") long present,
            Instant createdAt,
            Instant updatedAt,
            long version) {

        static RosterOutline of(Counted counted) {
            var roster = counted.roster();
            return new RosterOutline(
                    roster.id(),
                    roster.name(),
                    roster.team(),
                    counted.players(),
                    counted.present(),
                    roster.createdAt(),
                    roster.updatedAt(),
                    roster.version());
        }
    }

    @Doc("A roster, whole.")
    public record RosterAnswer(
            String id,
            String name,

            @Doc("The account that made it; null once it is gone.")
            Optional<String> ownerId,

            Optional<String> teamId,
            List<RosterEntry> entries,
            Instant createdAt,
            Instant updatedAt,
            long version) {

        static RosterAnswer of(Whole whole) {
            var roster = whole.roster();
            return new RosterAnswer(
                    roster.id(),
                    roster.name(),
                    Optional.of(roster.owner()).filter(owner -> !owner.isEmpty()),
                    roster.team(),
                    whole.entries(),
                    roster.createdAt(),
                    roster.updatedAt(),
                    roster.version());
        }
    }

    @Doc("What came of a pasted list.")
    public record PasteAnswer(
            @Doc("Those who are new on the roster.") List<RosterEntry> added,
            @Doc("Those who stood there already.") List<RosterEntry> known,
            long version) {}
}
