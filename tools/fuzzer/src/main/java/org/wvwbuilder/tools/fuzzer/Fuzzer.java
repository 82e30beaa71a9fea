package org.wvwbuilder.tools.fuzzer;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/** Runs an attack on the distribution and ends with 1 when it found a fault. The README tells how. */
public final class Fuzzer {
    private static final int SILENCE_MILLIS = 30_000;
    private static final double JOURNEYS = 0.004;
    private static final int TELL_EVERY = 2_000;

    private Fuzzer() {}

    public static void main(String[] arguments) throws Exception {
        var settings = Settings.ofSystemProperties();
        System.out.println("fuzz.seed=" + settings.seed() + " (repeat with -Dfuzz.seed=" + settings.seed() + ")");
        // The server has ended by then.
        if (!run(settings)) System.exit(1);
    }

    /** Whether all went well. */
    private static boolean run(Settings settings) throws IOException, InterruptedException {
        Files.createDirectories(settings.folder());
        var base = Files.createTempDirectory(settings.folder(), "server");
        try (var outside = new Outside();
                var product = new Product(settings.home(), base, outside, settings.database());
                var wire = new Wire(product.address(), SILENCE_MILLIS);
                var beside = new Wire(product.address(), SILENCE_MILLIS)) {
            var report = attack(settings, product, wire, beside, outside);
            var file = settings.folder().resolve("report.md");
            Files.writeString(file, report.markdown(settings.seed()));
            System.out.println(
                    report.requests() + " requests, " + report.found().size() + " faults, "
                            + report.unreached().size() + " operations never succeeded: " + file);
            for (var each : report.found()) {
                System.out.println("FAULT " + each.fault().key(each.attempt().operation()) + " (request "
                        + each.attempt().number() + ", " + each.times() + " times)");
            }
            if (!product.isAlive()) System.out.println("FAULT the server ended by itself");
            return report.found().isEmpty() && report.requests() > 0 && product.isAlive();
        }
    }

    private static Report attack(Settings settings, Product product, Wire wire, Wire beside, Outside outside)
            throws IOException, InterruptedException {
        var document = wire.send(new Request("GET", "/openapi.json", List.of(), null));
        var contract = new Contract(Contract.JSON.readTree(document.body()));
        var memory = new Memory(contract);
        seeds(memory);
        memory.know("url", Contract.JSON.getNodeFactory().textNode(outside.address() + "/hook"));
        outside.facts().learn(wire);
        var judge = new Judge(contract, product.base().toString());
        // Before there is any account: afterwards nobody can.
        var setup = setup(contract, product.setupToken());
        var done = setup.isPresent() ? Optional.of(wire.send(setup.get().request())) : Optional.<Response>empty();
        var callers = new Callers(product::addUser, wire);
        var attack = new Attack(contract, memory, judge, callers, wire, product::errors, settings.only());
        if (done.isPresent()) attack.taken(setup.get(), done.get());
        var report = attack.report();
        var journeys = new Journeys(attack, callers, beside);
        long end = System.nanoTime() + settings.time().toNanos();
        for (long i = 0; i < settings.requests() && System.nanoTime() < end && product.isAlive(); i++) {
            var dice = new Dice(~settings.seed(), i);
            if (dice.chance(JOURNEYS)) report.journey(journeys.one(i, dice));
            attack.step(settings.seed(), i);
            if (i % TELL_EVERY == 0) System.out.println(i + " requests");
        }
        if (product.isAlive() && settings.only().isEmpty()) {
            report.journey(journeys.restore(settings.requests(), new Dice(settings.seed(), -1)));
        }
        return report;
    }

    private static Optional<Attempt> setup(Contract contract, String token) {
        var nobody = new Callers.Caller("anonymous", "", "");
        var step = Step.of("POST /api/v1/auth/setup", nobody)
                .saying(
                        "token",
                        token,
                        "username",
                        "first",
                        "email",
                        "first@example.org",
                        "password",
                        Callers.PASSWORD);
        return contract.operations().stream()
                .filter(each -> each.name().equals(step.name()))
                .findFirst()
                .map(operation -> step.attempt(0, operation, Attempt.Kind.VALID));
    }

    /** Words that no schema tells and no guess hits. */
    private static void seeds(Memory memory) throws IOException {
        try (var in = Fuzzer.class.getResourceAsStream("seeds.json")) {
            for (var field : Contract.JSON.readTree(in).properties()) {
                for (var value : field.getValue()) memory.know(field.getKey(), value);
            }
        }
    }
}
