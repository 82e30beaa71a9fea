package org.wvwbuilder.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.wvwbuilder.backup.making.Maker;
import org.wvwbuilder.backup.shelf.Note;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.plugin.Contribution.Check;
import org.wvwbuilder.plugin.Contribution.Gauge;
import org.wvwbuilder.plugin.Contribution.Job;
import org.wvwbuilder.plugin.Contribution.Panel;
import org.wvwbuilder.plugin.Contribution.Resource;
import org.wvwbuilder.plugin.OpenPlugin;
import org.wvwbuilder.plugin.Plugin;
import org.wvwbuilder.plugin.PluginContext;
import org.wvwbuilder.plugin.Roles;
import org.wvwbuilder.plugin.Text;

/** Opens the plugin. */
public final class BackupPlugin implements Plugin {
    @Override
    public OpenPlugin open(PluginContext context) throws IOException {
        var settings = context.config(BackupSettings.class);
        var elsewhere = Elsewhere.open(context, settings);
        var backups = new Backups(context, settings, elsewhere);
        var restores = new Restores(backups, context);
        var all = List.<Contribution>of(
                new BackupCommand(backups).command(),
                new RestoreCommand(backups, restores).command(),
                new Resource(new BackupsResource(backups, restores, context)),
                new Job(
                        BackupCheck.JOB,
                        new Text("Make and prove a backup", "Faire et vérifier une sauvegarde"),
                        settings.moments(),
                        () -> scheduled(backups)),
                new Check("backup", new BackupCheck(backups, context)),
                new Panel(
                        "backups",
                        new Text("Backups", "Sauvegardes"),
                        Panel.Slot.ADMINISTRATION,
                        "backups.js",
                        "shield",
                        Set.of(Roles.ADMIN),
                        25),
                gauge(
                        backups,
                        "age",
                        "seconds",
                        "Age of the newest verified backup",
                        note -> Duration.between(note.created(), context.clock().instant())
                                .toSeconds()),
                gauge(backups, "size", "bytes", "Size of the newest verified backup", Note::size),
                gauge(
                        backups,
                        "duration",
                        "seconds",
                        "How long the newest verified backup took",
                        note -> note.took().toMillis() / 1000.0));
        return new Opened(all, backups);
    }

    private record Opened(List<Contribution> contributions, Backups backups) implements OpenPlugin {
        @Override
        public void close() {
            backups.close();
            backups.elsewhere().close();
        }
    }

    private static String scheduled(Backups backups) throws Exception {
        var order = new Maker.Order(backups.newId(), "schedule", false);
        var note = backups.alone("make", order.id(), step -> {}, journey -> backups.make(order, journey));
        return note.id() + ": " + note.size() + " bytes, verified by a restore drill";
    }

    private static Gauge gauge(
            Backups backups, String name, String unit, String description, ToDoubleFunction<Note> value) {
        return new Gauge(name, unit, description, () -> {
            try {
                return Maker.newestProven(
                                backups.shelf().notes(), backups.clock().instant())
                        .map(note -> value.applyAsDouble(note))
                        .orElse(Double.NaN);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }
}
