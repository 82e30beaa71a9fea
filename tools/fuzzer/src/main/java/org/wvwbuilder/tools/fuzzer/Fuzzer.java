package org.wvwbuilder.tools.fuzzer;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** Runs an attack on the distribution and ends with 1 when it found a fault. The README tells how. */
public final class Fuzzer {
    private static final int SILENCE_MILLIS = 30_000;
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
        try (var product = new Product(settings.home(), base);
                var wire = new Wire(product.address(), SILENCE_MILLIS)) {
            var report = attack(settings, product, wire);
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

    private static Report attack(Settings settings, Product product, Wire wire)
            throws IOException, InterruptedException {
        var document = wire.send(new Request("GET", "/openapi.json", List.of(), null));
        var contract = new Contract(Contract.JSON.readTree(document.body()));
        var memory = new Memory(contract);
        seeds(memory);
        var judge = new Judge(contract, product.base().toString());
        var callers = new Callers(product::addUser, wire);
        var attack = new Attack(contract, memory, judge, callers, wire, product::errors, settings.only());
        long end = System.nanoTime() + settings.time().toNanos();
        for (long i = 0; i < settings.requests() && System.nanoTime() < end && product.isAlive(); i++) {
            attack.step(settings.seed(), i);
            if (i % TELL_EVERY == 0) System.out.println(i + " requests");
        }
        return attack.report();
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
