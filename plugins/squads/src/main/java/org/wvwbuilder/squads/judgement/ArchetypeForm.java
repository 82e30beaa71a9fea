package org.wvwbuilder.squads.judgement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.squads.archetype.Archetype;
import org.wvwbuilder.squads.archetype.Capability;
import org.wvwbuilder.squads.archetype.Confidence;
import org.wvwbuilder.squads.web.Findings;
import org.wvwbuilder.squads.web.Words;

/** What clients send about archetypes, and what they get. */
public final class ArchetypeForm {
    private static final int MOST_SOURCES = 20;
    private static final int MOST_SOURCE = 500;

    private ArchetypeForm() {}

    @Doc("An archetype as the guild judges it.")
    public record ArchetypeRequest(
            @Doc("Lower-case words joined by dashes; the address says it where there is one.")
            Optional<String> id,

            Optional<String> profession,

            @Doc("The elite specialization's name, or the profession's.")
            Optional<String> specialization,

            @Doc("Its id in the official API; 0 for none.") Optional<Integer> specializationId,

            @Doc("For instance primary-support, healer, strip.")
            Optional<String> role,

            @Doc("Capability to strength, 0 to 3.") Map<String, Integer> capabilities,
            @Doc("guess where left out.") Optional<Confidence> confidence,
            @Doc("Addresses and reasons, at most 20.") List<String> sources,

            @Doc("When it was last looked at; today where left out.")
            Optional<LocalDate> judged,

            @Doc("The game's build number that it was judged at.")
            Optional<Long> gameBuild) {

        public ArchetypeRequest {
            id = id == null ? Optional.empty() : id;
            profession = profession == null ? Optional.empty() : profession;
            specialization = specialization == null ? Optional.empty() : specialization;
            specializationId = specializationId == null ? Optional.empty() : specializationId;
            role = role == null ? Optional.empty() : role;
            capabilities = capabilities == null ? Map.of() : capabilities;
            confidence = confidence == null ? Optional.empty() : confidence;
            sources = sources == null ? List.of() : sources;
            judged = judged == null ? Optional.empty() : judged;
            gameBuild = gameBuild == null ? Optional.empty() : gameBuild;
        }

        /** @param at where it stands in the body: empty, or {@code /items/3} */
        Judged<Archetype> read(String id, String at, LocalDate today, Findings findings) {
            findings.check(
                    id.matches("[a-z0-9]+(-[a-z0-9]+){0,9}") && id.length() <= 40,
                    at + "/id",
                    "at most 40 lower-case letters and digits, in words joined by dashes");
            var profession = Words.name(profession(), at + "/profession", 40, findings);
            var specialization = Words.name(specialization(), at + "/specialization", 40, findings);
            var role = Words.name(role(), at + "/role", 40, findings);
            int number = specializationId().orElse(0);
            findings.check(number >= 0, at + "/specialization_id", "an id of the official API");
            long build = gameBuild().orElse(0L);
            findings.check(build >= 0, at + "/game_build", "a build number of the game");
            sources(at, findings);
            var strengths = strengths(at, findings);
            return Judged.wanted(
                    new Archetype(
                            id,
                            specialization,
                            number,
                            profession,
                            role,
                            strengths,
                            confidence().orElse(Confidence.GUESS),
                            sources,
                            judged().orElse(today)),
                    build);
        }

        private void sources(String at, Findings findings) {
            findings.check(sources.size() <= MOST_SOURCES, at + "/sources", "at most 20 sources");
            for (int i = 0; i < Math.min(sources.size(), MOST_SOURCES); i++) {
                var source = sources.get(i);
                findings.check(
                        source != null && source.length() <= MOST_SOURCE && Words.printable(source),
                        at + "/sources/" + i,
                        "at most 500 characters on one line");
            }
        }

        private Map<Capability, Integer> strengths(String at, Findings findings) {
            var strengths = new TreeMap<Capability, Integer>();
            capabilities.forEach((key, strength) -> {
                var place = at + "/capabilities/" + key.replace("~", "~0").replace("/", "~1");
                var capability = Capability.named(key);
                findings.check(capability.isPresent(), place, "a capability, such as stability or ranged_damage");
                boolean possible = strength != null && strength >= 0 && strength <= Archetype.MAIN;
                findings.check(possible, place, "a strength from 0 to 3");
                if (capability.isPresent() && possible && strength > 0) strengths.put(capability.get(), strength);
            });
            return strengths;
        }
    }

    @Doc("Rows to save together: all of them, or none.")
    public record ArchetypesRequest(List<ArchetypeRequest> items) {

        public ArchetypesRequest {
            items = items == null ? List.of() : items;
        }
    }

    @Doc("What a kind of build gives a squad.")
    public record ArchetypeAnswer(
            String id,
            String profession,
            String specialization,
            int specializationId,
            String role,

            @Doc("Capability to strength: 1 incidental, 2 reliable, 3 a main source for five.")
            Map<String, Integer> capabilities,

            @Doc("How much of it somebody can read up.") Confidence confidence,
            List<String> sources,
            LocalDate judged,

            @Doc("The game's build number that it was judged at.")
            Optional<Long> gameBuild,

            @Doc("True where the guild changed nothing.") boolean shipped,
            @Doc("The account that changed it last.") Optional<String> changedBy,
            Optional<Instant> changedAt,
            @Doc("0 for a shipped row.") long version) {

        static ArchetypeAnswer of(Judged<Archetype> row) {
            var archetype = row.value();
            var strengths = new LinkedHashMap<String, Integer>();
            archetype.capabilities().forEach((capability, strength) -> strengths.put(capability.key(), strength));
            return new ArchetypeAnswer(
                    archetype.id(),
                    archetype.profession(),
                    archetype.specialization(),
                    archetype.specializationId(),
                    archetype.role(),
                    strengths,
                    archetype.confidence(),
                    archetype.sources(),
                    archetype.judged(),
                    Optional.of(row.gameBuild()).filter(build -> build > 0),
                    row.shipped(),
                    row.by(),
                    row.at(),
                    row.version());
        }
    }
}
