package org.wvwbuilder.loadtest.run;

import java.util.ArrayList;
import java.util.List;
import org.wvwbuilder.loadtest.plan.Load;
import org.wvwbuilder.loadtest.plan.Plan;
import org.wvwbuilder.loadtest.wire.Client;
import org.wvwbuilder.loadtest.wire.Request;
import org.wvwbuilder.loadtest.wire.Target;

/** Carries out a plan against a server. */
public final class LoadRun {
    private final Plan plan;
    private final Target target;
    private final List<Request> requests;
    private final Stop stop;
    private final Course.Progress progress;
    private final List<Tally> tallies;
    private final List<List<Figures>> rounds;

    /** @param token an access token for the endpoints that want one, or empty */
    public LoadRun(Plan plan, Target target, String token, Stop stop, Course.Progress progress) {
        this.plan = plan;
        this.target = target;
        this.stop = stop;
        this.progress = progress;
        requests = plan.scenario().endpoints().stream()
                .map(endpoint -> Request.of(endpoint, target, token))
                .toList();
        tallies = requests.stream().map(request -> new Tally()).toList();
        rounds = requests.stream()
                .<List<Figures>>map(request -> new ArrayList<>())
                .toList();
    }

    public Result run() throws InterruptedException {
        try (var client = new Client(target, plan.timeout())) {
            var timeline = switch (plan.load()) {
                case Load.Closed closed -> closed(client);
                case Load.Open open -> open(client, open);
            };
            return new Result(plan, target.origin(), measured(), timeline.slices(), stop.why());
        }
    }

    private Timeline closed(Client client) throws InterruptedException {
        var warmup = plan.warmup().dividedBy(requests.size());
        for (var request : requests) new ClosedRound(course(client, ""), request).warm(warmup);
        var timeline = new Timeline(System.nanoTime());
        for (var round = 1; round <= plan.rounds() && !stop.asked(); round++) {
            for (var i = 0; i < requests.size() && !stop.asked(); i++) {
                var seconds =
                        new ClosedRound(course(client, label(round)), requests.get(i)).run(tallies.get(i), timeline);
                rounds.get(i).add(tallies.get(i).endRound(seconds));
            }
        }
        return timeline;
    }

    private Timeline open(Client client, Load.Open load) throws InterruptedException {
        var timeline = new Timeline(System.nanoTime() + plan.warmup().toNanos());
        for (var round = 1; round <= plan.rounds() && !stop.asked(); round++) {
            var warmup = round == 1 ? plan.warmup() : java.time.Duration.ZERO;
            var seconds = new OpenRound(course(client, label(round)), requests, load, plan.timeout())
                    .run(warmup, tallies, timeline);
            for (var i = 0; i < requests.size(); i++)
                rounds.get(i).add(tallies.get(i).endRound(seconds));
        }
        return timeline;
    }

    private Course course(Client client, String label) {
        return new Course(client, stop, text -> progress.at(label + text));
    }

    private String label(int round) {
        return plan.rounds() == 1 ? "" : "round " + round + " of " + plan.rounds() + ": ";
    }

    private List<Result.Measured> measured() {
        var all = new ArrayList<Result.Measured>();
        for (var i = 0; i < requests.size(); i++) {
            var tally = tallies.get(i);
            all.add(new Result.Measured(
                    requests.get(i).endpoint(), rounds.get(i), tally.all(), tally.errors(), tally.faults()));
        }
        return all;
    }
}
