package org.wvwbuilder.loadtest.run;

import java.util.ArrayList;
import java.util.List;
import org.wvwbuilder.loadtest.plan.Endpoint;

/** Which endpoint each arrival is for: by their weights, spread as evenly as they can be, and the same in every run. */
final class Mix {
    private final int[] order;

    Mix(List<Endpoint> endpoints) {
        var weights = endpoints.stream().mapToInt(Endpoint::weight).toArray();
        var common = java.util.Arrays.stream(weights).reduce(0, Mix::divisor);
        var turns = new ArrayList<Integer>();
        var credit = new int[weights.length];
        var sum = java.util.Arrays.stream(weights).sum();
        for (var turn = 0; turn < sum / common; turn++) {
            var best = 0;
            for (var i = 0; i < weights.length; i++) {
                credit[i] += weights[i];
                if (credit[i] > credit[best]) best = i;
            }
            credit[best] -= sum;
            turns.add(best);
        }
        order = turns.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int divisor(int a, int b) {
        return b == 0 ? a : divisor(b, a % b);
    }

    int endpoint(int arrival) {
        return order[arrival % order.length];
    }
}
