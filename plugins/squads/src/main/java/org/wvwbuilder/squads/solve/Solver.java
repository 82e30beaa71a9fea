package org.wvwbuilder.squads.solve;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.squads.judgement.Judgements;
import org.wvwbuilder.squads.judgement.Playables;
import org.wvwbuilder.squads.optimise.Lessons;
import org.wvwbuilder.squads.optimise.Optimiser;
import org.wvwbuilder.squads.optimise.Task;
import org.wvwbuilder.squads.optimise.Watch;
import org.wvwbuilder.squads.roster.RosterEntry;
import org.wvwbuilder.squads.roster.Rosters;
import org.wvwbuilder.squads.solve.SolveForm.Player;
import org.wvwbuilder.squads.solve.SolveForm.SolveRequest;

/** Turns a checked request into work for a run. */
final class Solver {
    private final Judgements judgements;
    private final Playables playables;
    private final Rosters rosters;

    Solver(Judgements judgements, Playables playables, Rosters rosters) {
        this.judgements = judgements;
        this.playables = playables;
        this.rosters = rosters;
    }

    /** A task, and what may be suggested for it. */
    record Work(Task task, Optimiser optimiser) {

        SolveAnswer solve(Watch watch) {
            return SolveAnswer.of(optimiser.solve(task, watch));
        }

        LessonsAnswer teach(Lessons.Reach reach, Watch watch) {
            return LessonsAnswer.of(optimiser.teach(task, reach, watch));
        }
    }

    /** @throws Problem 422 with every place of the request that is not right */
    Work work(SolveRequest request, String person) {
        if (request.rosterId().isPresent() != request.roster().isEmpty()) {
            throw Problem.invalid("/roster", "players, or a roster_id instead");
        }
        var at = request.rosterId().isPresent() ? "/roster_id" : "/roster";
        var players = request.rosterId().map(id -> here(id, person)).orElse(request.roster());
        var asked = new HashSet<String>();
        for (var player : players) {
            if (player != null) asked.addAll(player.builds());
        }
        asked.remove(null);
        var known = playables.known(asked, person);
        var task = TaskReader.read(request, players, at, known, judgements.ruleSets());
        return new Work(task, new Optimiser(known.archetypes().all()));
    }

    private List<Player> here(String roster, String person) {
        var players = new ArrayList<Player>();
        for (var entry : rosters.seen(roster, person).entries()) if (entry.present()) players.add(player(entry));
        return players;
    }

    private static Player player(RosterEntry entry) {
        return new Player(Optional.of(entry.player()), entry.builds(), entry.proficiency(), entry.gearMissing());
    }
}
