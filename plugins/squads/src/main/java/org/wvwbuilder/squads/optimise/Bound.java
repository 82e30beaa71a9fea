package org.wvwbuilder.squads.optimise;

import java.util.Arrays;
import org.wvwbuilder.squads.archetype.Archetype;

/**
 * What no plan can exceed: in how many subgroups stability can hold at all. Main sources are matched to subgroups; of
 * those who are left, two reliable ones make one more.
 *
 * @param optimal whether the plan is proven to be the best by all goals
 * @param possible subgroups of those with players in which stability can hold; all of them where no rule asks for it
 * @param of subgroups with players
 */
public record Bound(boolean optimal, int possible, int of) {
    private static final int RELIABLE = 2;

    static Bound of(Instance in, int used, boolean optimal) {
        if (in.needs.stability == 0) return new Bound(optimal, used, used);
        int enough = in.needs.stability;
        var matched = new int[in.groups];
        Arrays.fill(matched, -1);
        int main = 0;
        for (int player = 0; player < in.players; player++) {
            if (gives(in, player, enough) && match(in, player, matched, new boolean[in.groups])) main++;
        }
        int reliable = 0;
        for (int player = 0; player < in.players; player++) {
            if (gives(in, player, RELIABLE)) reliable++;
        }
        int pairs = enough == Archetype.MAIN ? Math.max(0, reliable - main) / 2 : 0;
        return new Bound(optimal, Math.min(used, main + pairs), used);
    }

    /** False when stability cannot hold in as few subgroups as there must be. */
    static boolean mayHold(Instance in) {
        int fewest = Math.min(in.groups, Math.ceilDiv(in.players, Task.PLACES));
        return of(in, fewest, false).possible == fewest;
    }

    private static boolean gives(Instance in, int player, int strength) {
        return Arrays.stream(in.options[player]).anyMatch(option -> option.stability() >= strength);
    }

    private static boolean match(Instance in, int player, int[] matched, boolean[] seen) {
        for (int group = 0; group < in.groups; group++) {
            if (seen[group] || in.lock[player] >= 0 && in.lock[player] != group) continue;
            seen[group] = true;
            if (matched[group] < 0 || match(in, matched[group], matched, seen)) {
                matched[group] = player;
                return true;
            }
        }
        return false;
    }
}
