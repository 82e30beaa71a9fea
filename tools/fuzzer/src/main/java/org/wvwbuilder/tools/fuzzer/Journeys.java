package org.wvwbuilder.tools.fuzzer;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.wvwbuilder.tools.fuzzer.Attempt.Kind;

/**
 * Ways of several steps that chance does not find: a second factor with its codes, a provider and back. Each step is judged and
 * learned from as any request, and now and then a bent one goes before it, so that what lies behind the first check is
 * attacked, too. A way ends where a step fails; the report tells of operations that none reached.
 */
final class Journeys {
    /** A step was not answered as hoped: the attack itself may have locked the account meanwhile. */
    static final class Astray extends Exception {
        private static final long serialVersionUID = 1;

        Astray(String step, int status) {
            super(step + " was answered " + status);
        }
    }

    @FunctionalInterface
    private interface Journey {
        void go(Walk walk) throws Astray, IOException, InterruptedException;
    }

    private final Attack attack;
    private final Callers callers;
    private final Wire beside;
    private final List<Journey> journeys;

    /** @param beside a second connection */
    Journeys(Attack attack, Callers callers, Wire beside) {
        this.attack = attack;
        this.callers = callers;
        this.beside = beside;
        var entrances = new Entrances(callers);
        var guild = new Guild(callers);
        journeys = List.of(
                entrances::secondFactor,
                entrances::provider,
                entrances::link,
                guild::trash,
                guild::members,
                guild::squads,
                this::run);
    }

    /** @return why it did not come to its end; empty when it did */
    String one(long number, Dice dice) throws IOException, InterruptedException {
        return went(dice.pick(journeys), new Walk(number, dice));
    }

    /** The last of all: it takes back what the attack did. */
    String restore(long number, Dice dice) throws IOException, InterruptedException {
        return went(new Restore(callers, beside)::go, new Walk(number, dice));
    }

    private static String went(Journey journey, Walk walk) throws IOException, InterruptedException {
        try {
            journey.go(walk);
            return "";
        } catch (Astray astray) {
            return astray.getMessage();
        }
    }

    /** The steps of one journey. */
    final class Walk {
        final long number;
        final Dice dice;

        Walk(long number, Dice dice) {
            this.number = number;
            this.dice = dice;
        }

        Response step(Step step, int... hoped) throws Astray, IOException, InterruptedException {
            var operation = attack.operation(step.name());
            if (operation.isEmpty()) throw new Astray(step.name(), 0);
            var bent = dice.chance(0.15) ? step.bent(dice) : step;
            if (!bent.equals(step)) attack.send(bent.attempt(number, operation.get(), Kind.NEARLY_VALID));
            var answer = attack.send(step.attempt(number, operation.get(), Kind.VALID));
            int status = answer.map(Response::status).orElse(0);
            for (int each : hoped) if (status == each) return answer.orElseThrow();
            throw new Astray(step.name(), status);
        }

        JsonNode read(Step step, int hoped) throws Astray, IOException, InterruptedException {
            return Contract.JSON.readTree(step(step, hoped).body());
        }
    }

    private void run(Walk walk) throws Astray, IOException, InterruptedException {
        new Runs(attack, beside).cancelled(walk, callers.of("member"));
    }
}
