package org.wvwbuilder.backup;

import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.wvwbuilder.backup.archive.ArchiveFault;
import org.wvwbuilder.backup.making.Journey;
import org.wvwbuilder.backup.making.Maker;
import org.wvwbuilder.backup.offsite.OffsiteFault;
import org.wvwbuilder.backup.retention.Verdict;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.plugin.DatabaseCopies.Restored;
import org.wvwbuilder.plugin.Subcommand;
import org.wvwbuilder.plugin.Subcommand.Answer;
import org.wvwbuilder.plugin.Subcommand.Argument;
import org.wvwbuilder.plugin.Subcommand.Call;
import org.wvwbuilder.plugin.Subcommand.CommandFailure;
import org.wvwbuilder.plugin.Subcommand.Option;

/** {@code gw2 backup}: makes one, beside a running server or without one, and looks after those that are there. */
record BackupCommand(Backups backups) {
    private static final String SUMMARY =
            "makes a backup and proves it by a restore drill; or: list, copies, verify, prune, delete";
    private static final String KEYS = "Keep master.key, and every key file that you set, in a safe place of your own:"
            + " they are in no backup, and without them what is sealed in it stays closed.";

    Contribution.Command command() {
        return new Contribution.Command(
                "backup", SUMMARY, List.of(new Subcommand("", SUMMARY, arguments(), options(), this::run)));
    }

    private static List<Argument> arguments() {
        return List.of(
                new Argument(
                        "action",
                        "create (if left out), list, copies (those elsewhere), verify, prune or delete",
                        false),
                new Argument("id", "the backup to verify or delete", false));
    }

    private static List<Option> options() {
        return List.of(
                new Option("shrunk", "", "make it even if most of the data are gone since the last one", false),
                new Option("dry-run", "", "with prune: tell what would go, and delete nothing", false),
                new Option("yes", "", "do not ask before deleting", false));
    }

    private Answer run(Call call) throws Exception {
        try {
            return switch (call.argument("action").orElse("create")) {
                case "create" -> create(call);
                case "list" -> list();
                case "copies" -> copies();
                case "verify" -> verify(call);
                case "prune" -> prune(call);
                case "delete" -> delete(call);
                case String other ->
                    throw new CommandFailure(
                            2, "'" + other + "' is nothing to do: create, list, copies, verify, prune, delete.");
            };
        } catch (IOException disk) {
            throw refused(backups.told(disk));
        } catch (Busy | ArchiveFault | OffsiteFault | Journey.Cancelled failed) {
            throw refused(failed);
        }
    }

    /** One sentence that begins and ends like one. */
    static CommandFailure refused(Exception failed) {
        var why = String.valueOf(failed.getMessage());
        return new CommandFailure(1, why.substring(0, 1).toUpperCase(Locale.ROOT) + why.substring(1) + ".");
    }

    private Answer create(Call call) throws IOException, Busy {
        var order = new Maker.Order(backups.newId(), "hand", call.flag("shrunk"));
        backups.alone("make", order.id(), Watching.on(call.screen()), journey -> backups.make(order, journey));
        var record = backups.record(order.id()).orElseThrow();
        return new Answer(
                record,
                "Backup " + record.id() + ": " + record.size() + " bytes in "
                        + backups.shelf().archive(record.id()) + ".\nVerified by a restore drill:\n  "
                        + String.join("\n  ", record.drill()) + "\n" + told(record.offsite()) + KEYS);
    }

    private static String told(Map<String, String> copies) {
        var lines = new StringBuilder();
        copies.forEach((place, state) -> lines.append("Copy at ")
                .append(place)
                .append(": ")
                .append(state)
                .append(".\n"));
        return lines.toString();
    }

    private Answer list() throws IOException {
        var records = backups.records();
        var lines = new ArrayList<String>();
        for (var record : records) lines.add(record.line());
        if (lines.isEmpty()) lines.add("No backup yet: 'gw2 backup' makes one.");
        var last = backups.copies().lastRestore();
        last.ifPresent(restored -> lines.add("Last restore: " + told(restored)));
        Map<String, Object> value = new HashMap<>();
        value.put("items", records);
        last.ifPresent(restored -> value.put("last_restore", restored));
        return new Answer(value, String.join("\n", lines));
    }

    /** Asks every place, also on a machine that has no backup of its own any more. Fails when none tells. */
    private Answer copies() throws CommandFailure {
        var places = backups.elsewhere().places();
        var listing = backups.elsewhere().list();
        if (!places.isEmpty() && listing.failed().size() == places.size()) {
            throw new CommandFailure(1, String.join("\n", silent(listing)));
        }
        var lines = new ArrayList<String>();
        for (var copy : listing.items()) {
            lines.add(String.format(
                    Locale.ROOT, "%s/%-21s  %12d bytes  since %s", copy.place(), copy.id(), copy.bytes(), copy.at()));
        }
        if (places.isEmpty()) {
            lines.add("No place for copies is set: see [backup.offsite.NAME] in gw2.toml.");
        } else if (lines.isEmpty()) {
            lines.add("No copy yet: 'gw2 backup' makes a backup and copies it.");
        } else {
            lines.add("'gw2 restore PLACE/ID' brings one back.");
        }
        lines.addAll(silent(listing));
        return new Answer(listing, String.join("\n", lines));
    }

    private static List<String> silent(Elsewhere.Listing listing) {
        return listing.failed().entrySet().stream()
                .map(place -> "No list of " + place.getKey() + ": " + place.getValue() + ".")
                .toList();
    }

    static String told(Restored restored) {
        return restored.name() + " at " + restored.at().truncatedTo(ChronoUnit.SECONDS) + ", "
                + restored.outcome().name().toLowerCase(Locale.ROOT) + ": " + restored.detail() + ".";
    }

    private Answer verify(Call call) throws IOException, Busy, CommandFailure {
        var id = id(call);
        backups.alone("verify", id, Watching.on(call.screen()), journey -> backups.verify(id, journey));
        var record = backups.record(id).orElseThrow();
        return new Answer(record, "Backup " + id + " was proven again:\n  " + String.join("\n  ", record.drill()));
    }

    private Answer prune(Call call) throws IOException, Busy, CommandFailure {
        var plan = backups.prune(true);
        boolean any = plan.stream().anyMatch(verdict -> !verdict.kept());
        if (call.flag("dry-run") || !any) return new Answer(plan, told(plan, "would go"));
        if (!call.flag("yes")) {
            if (!call.screen().json()) call.screen().line(Watching.plain(told(plan, "would go")));
            Watching.ask(call, "yes", "Delete those that would go? Type yes:");
        }
        var done = backups.alone("prune", "", Watching.on(call.screen()), journey -> backups.prune(false));
        return new Answer(done, told(done, "deleted"));
    }

    private static String told(List<Verdict> verdicts, String gone) {
        var lines = new ArrayList<String>();
        for (var verdict : verdicts) {
            lines.add(verdict.id() + "  " + (verdict.kept() ? "kept: " + String.join(", ", verdict.reasons()) : gone));
        }
        return lines.isEmpty() ? "There is no backup yet." : String.join("\n", lines);
    }

    private Answer delete(Call call) throws IOException, Busy, CommandFailure {
        var id = id(call);
        if (!call.flag("yes")) Watching.ask(call, "yes", "Delete the backup " + id + "? Type yes:");
        backups.delete(id, "the command line");
        return new Answer(Map.of("deleted", id), "Deleted " + id + ".");
    }

    private String id(Call call) throws CommandFailure, IOException {
        var id =
                call.argument("id").orElseThrow(() -> new CommandFailure(2, "Name the backup: see 'gw2 backup list'."));
        if (Optional.of(id).filter(backups.shelf()::has).isPresent()
                || backups.shelf().note(id).isPresent()) return id;
        throw new CommandFailure(1, "There is no backup " + id + ": see 'gw2 backup list'.");
    }
}
