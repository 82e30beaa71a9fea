package org.wvwbuilder.squads.composition;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.Roles;
import org.wvwbuilder.plugin.Scoped;
import org.wvwbuilder.plugin.Scopes;
import org.wvwbuilder.squads.archetype.Capability;
import org.wvwbuilder.squads.optimise.Plan.Coverage;

/** Two compositions, or two versions of one, side by side. */
@Path("compositions/compare")
@Consumes("application/json")
@Produces("application/json")
public final class CompareResource {
    private final Compositions compositions;
    private final CompositionAnswers answers;

    CompareResource(Compositions compositions, CompositionAnswers answers) {
        this.compositions = compositions;
        this.answers = answers;
    }

    @Doc("A composition, at its present version where none is named.")
    public record Side(Optional<String> id, Optional<Long> version) {

        public Side {
            id = id == null ? Optional.empty() : id;
            version = version == null ? Optional.empty() : version;
        }
    }

    @Doc("Two compositions to compare.")
    public record CompareRequest(Optional<Side> left, Optional<Side> right) {

        public CompareRequest {
            left = left == null ? Optional.empty() : left;
            right = right == null ? Optional.empty() : right;
        }
    }

    @Doc("What differs, and how the rules stand in both.")
    public record CompareAnswer(String left, String right, List<Difference> differences, List<Beside> coverage) {}

    @Doc("A rule in both compositions; null where it does not apply.")
    public record Beside(Optional<Integer> subgroup, String rule, Optional<Standing> left, Optional<Standing> right) {}

    @Doc("How a rule stands.")
    public record Standing(int have, int need) {}

    private record Key(Optional<Integer> subgroup, Capability rule) {}

    @POST
    @RolesAllowed(Roles.MEMBER)
    @Scoped(Scopes.READ)
    @Doc(value = "What differs between two compositions, with their coverage side by side", problems = 422)
    public CompareAnswer compare(CompareRequest request, @Context Caller caller) {
        var left = side(request.left(), "/left", caller);
        var right = side(request.right(), "/right", caller);
        return new CompareAnswer(
                left.details().name(), right.details().name(), Difference.of(left, right), coverage(left, right));
    }

    private Composition side(Optional<Side> side, String at, Caller caller) {
        var id = side.flatMap(Side::id)
                .orElseThrow(() -> Problem.invalid(at + "/id", "the id of a composition that you may see"));
        try {
            var person = caller.user().id();
            var version = side.flatMap(Side::version);
            return version.isPresent() ? compositions.seen(id, version.get(), person) : compositions.seen(id, person);
        } catch (Problem none) {
            throw Problem.invalid(at, "a composition that you may see, at a version that is kept");
        }
    }

    private List<Beside> coverage(Composition left, Composition right) {
        var ofLeft = standings(answers.judge(left).coverage());
        var ofRight = standings(answers.judge(right).coverage());
        var keys = new LinkedHashMap<Key, Boolean>();
        ofLeft.keySet().forEach(key -> keys.put(key, true));
        ofRight.keySet().forEach(key -> keys.put(key, true));
        return keys.keySet().stream()
                .map(key -> new Beside(
                        key.subgroup(),
                        key.rule().key(),
                        Optional.ofNullable(ofLeft.get(key)),
                        Optional.ofNullable(ofRight.get(key))))
                .toList();
    }

    private static LinkedHashMap<Key, Standing> standings(List<Coverage> coverage) {
        var standings = new LinkedHashMap<Key, Standing>();
        for (var each : coverage) {
            standings.put(new Key(each.subgroup(), each.rule()), new Standing(each.have(), each.need()));
        }
        return standings;
    }
}
